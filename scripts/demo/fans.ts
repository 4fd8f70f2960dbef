import type { DemoFan } from './demo-fan.ts';
import { photo } from './scenes.ts';
import { voice } from './voice.ts';

/** The demo's six fans. All are invented; their stories play side by side in about a minute. */
export const demoFans: readonly DemoFan[] = [
  {
    firstName: 'Anna',
    lastName: 'Berg',
    username: 'annab_demo',
    languageCode: 'en',
    joinsAfterMs: 500,
    story: [
      {
        afterMs: 2500,
        do: 'send',
        text: 'Hi! I just finished the new video, it made my whole week 🥹',
      },
      {
        afterMs: 5000,
        do: 'send',
        text: 'What lens do you use for the close shots? Everything looks so soft.',
      },
      { afterMs: 9000, do: 'react', emoji: '❤' },
      {
        afterMs: 11_000,
        do: 'send',
        text: 'This is the view from my desk while I listen to you',
        files: () => [photo('hills')],
      },
    ],
  },
  {
    firstName: 'Diego',
    username: 'diego_demo',
    languageCode: 'es',
    joinsAfterMs: 4000,
    story: [
      {
        afterMs: 3500,
        do: 'send',
        text: '¡Hola desde Valencia! Tu concierto de anoche fue increíble 🔥',
      },
      {
        afterMs: 8000,
        do: 'send',
        text: 'Tres fotos del fin de semana',
        files: () => [photo('stage'), photo('sunset'), photo('hills')],
      },
      { afterMs: 12_000, do: 'send', text: '¿Habrá otra fecha este año?' },
    ],
  },
  {
    firstName: 'Priya',
    lastName: 'Nair',
    username: 'priya_demo',
    languageCode: 'en',
    joinsAfterMs: 9000,
    story: [
      {
        afterMs: 4000,
        do: 'send',
        text: 'Hello, I was charged twice for the September workshop. Could I get one of them refunded?',
      },
      {
        afterMs: 7000,
        do: 'send',
        label: 'order',
        text: 'The order is FL-2041, the second charge came on the 14th of Setpember.',
      },
      {
        afterMs: 6000,
        do: 'edit',
        label: 'order',
        text: 'The order is FL-2041, the second charge came on the 14th of September.',
      },
      {
        afterMs: 9000,
        do: 'send',
        answers: 'order',
        text: 'No rush at all, thank you for looking!',
      },
    ],
  },
  {
    firstName: 'Tom',
    username: 'tom_demo',
    languageCode: 'en',
    joinsAfterMs: 15_000,
    story: [
      { afterMs: 4000, do: 'send', text: 'So today is my birthday 🎂 and my sister baked this' },
      { afterMs: 3500, do: 'send', files: () => [photo('cake')] },
      {
        afterMs: 9000,
        do: 'send',
        text: 'A hello from you would make it perfect, no pressure haha',
      },
    ],
  },
  {
    firstName: 'Lea',
    lastName: 'Fischer',
    username: 'lea_demo',
    languageCode: 'de',
    joinsAfterMs: 21_000,
    story: [
      {
        afterMs: 4500,
        do: 'send',
        text: 'I learned your chorus on the piano, my humming is a bit shaky though',
      },
      { afterMs: 6000, do: 'send', files: () => [voice(6)] },
      { afterMs: 9000, do: 'send', text: 'Is the sheet music going to be out somewhere?' },
    ],
  },
  {
    firstName: 'Kenji',
    username: 'kenji_demo',
    languageCode: 'en',
    joinsAfterMs: 30_000,
    story: [
      {
        afterMs: 4000,
        do: 'send',
        text: 'Are you still looking for places to film? This pier is empty before 7.',
      },
      { afterMs: 3000, do: 'send', location: { latitude: 35.3075, longitude: 139.4803 } },
      {
        afterMs: 6000,
        do: 'send',
        text: 'Took this there on Sunday. The light really is like that.',
        files: () => [photo('sunset')],
      },
      {
        afterMs: 8000,
        do: 'send',
        text: 'Last thing: what camera do you use for the kitchen videos? That ending was so beautiful.',
        entities: [
          { type: 'italic', offset: 'Last thing: what camera do you use for '.length, length: 18 },
        ],
      },
      { afterMs: 5000, do: 'react', emoji: '🔥' },
    ],
  },
];
