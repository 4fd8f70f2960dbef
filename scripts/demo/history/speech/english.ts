import type { Speech } from '../speech.ts';

/** English, which a good part of the fans write. */
export const english: Speech = {
  language: 'en',
  share: 40,
  firstNames: [
    ['Wren', 'wren'],
    ['Tobin', 'tobin'],
    ['Marlow', 'marlow'],
    ['Isla', 'isla'],
    ['Casper', 'casper'],
    ['Odette', 'odette'],
    ['Rufus', 'rufus'],
    ['Nell', 'nell'],
    ['Barnaby', 'barnaby'],
    ['Sylvie', 'sylvie'],
    ['Dexter', 'dexter'],
    ['Poppy', 'poppy'],
    ['Linus', 'linus'],
    ['Hazel', 'hazel'],
    ['Orson', 'orson'],
    ['Maeve', 'maeve'],
    ['Fitz', 'fitz'],
    ['Clementine', 'clementine'],
  ],
  lastNames: [
    'Thistledown',
    'Lanternfield',
    'Puddlewick',
    'Marblewood',
    'Applegarth-Moon',
    'Foxglovely',
    'Copperkettle',
    'Driftwoodson',
    'Honeybriar',
    'Paperboat',
    'Quillfeather',
    'Sundialer',
  ],
  cities: [
    ['Leeds', 'Leeds'],
    ['Bristol', 'Bristol'],
    ['Toronto', 'Toronto'],
    ['Cork', 'Cork'],
    ['Portland', 'Portland'],
    ['Auckland', 'Auckland'],
    ['Austin', 'Austin'],
    ['Mumbai', 'Mumbai'],
  ],
  things: ['hoodie', 'poster', 'tote bag', 'vinyl', 'postcard set', 'enamel pin'],
  days: ['Friday', 'Saturday', 'Sunday', 'the 14th', 'the 2nd', 'Thursday'],
  topics: [
    {
      exchanges: [
        [
          'I have had {song} on repeat since {day}. That second verse!',
          'That is exactly what I hoped somebody would hear in {song} ❤',
        ],
        [
          'Is the humming at the end of {song} really you?',
          'Recorded at three in the morning. You can hear the fridge, too, if you listen closely 😄',
        ],
        [
          '{song} got me through a night shift, thank you 🥹',
          'A night shift! I hope you are asleep by now. Thank you for telling me.',
        ],
        [
          'My little brother learned {song} on the ukulele, he wants you to know.',
          'Tell him I want to see it. And a piano version is coming for you both.',
        ],
      ],
      more: [
        'What was the first line you wrote for it?',
        'Would love to hear it with just the piano one day.',
        'Sorry for the essay, I just had to say it.',
      ],
    },
    {
      exchanges: [
        [
          'Are you ever going to play in {city}? I would bring half the office.',
          '{city} is on the list for spring, you will hear it here first.',
        ],
        [
          'Is the {city} concert sold out already?',
          'A handful of tickets is left for {city}, be quick 🙂',
        ],
        [
          'We drove four hours to the concert and it was worth every minute.',
          'You drove four hours?! Next time the first coffee is on me.',
        ],
        [
          'Do the doors on {day} really open at six?',
          'Doors at six, I start around eight. Come say hi at the merch table!',
        ],
      ],
      more: [
        'Two of us would come, maybe three.',
        'We could even lend you a couch for the band.',
        'I kept the ticket, it is on my fridge now.',
      ],
    },
    {
      exchanges: [
        [
          'My {thing} has not arrived yet, ordered it three weeks ago.',
          'Oh no. I am asking the shop today and write you as soon as I know.',
        ],
        [
          'The {thing} came today and it is gorgeous.',
          'So glad! Send me a picture when you wear it out 🌙',
        ],
        [
          'Will there be more of the {thing}? It was gone in an hour.',
          'A second batch of the {thing} comes {day}, I will keep one for you.',
        ],
        [
          'Can I still change the size of my order?',
          'Of course, tell me the new size and I change it.',
        ],
      ],
      more: [
        'The order number ends in 307, if that helps.',
        'Tracking says it is still in the warehouse.',
        'It even smells of print ink, love it.',
      ],
    },
    {
      exchanges: [
        [
          'I signed up for the workshop on {day}. What should I bring?',
          'Bring a pen and one thing that annoyed you this week, that is all.',
        ],
        [
          'Is the songwriting workshop fine for beginners?',
          'Very much for beginners. Half of the room has never done it.',
        ],
        [
          'Could I get a refund for the workshop? I have to work that day.',
          'Of course, refund is on its way. Recording follows next week.',
        ],
      ],
      more: ['I have never written a chorus in my life.', 'A recording would do, too.'],
    },
    {
      exchanges: [
        [
          'What camera do you use for the kitchen videos?',
          'An old camera and a lens from a flea market, cheaper than a concert ticket.',
        ],
        [
          'The light in your last video is unreal. Window or lamp?',
          'Just a window and a white bed sheet, honestly.',
        ],
        [
          'How do you record vocals at home without the neighbours?',
          'Under a blanket. The glamour of it.',
        ],
      ],
      more: ['I am on a student budget, so nothing fancy.', 'Asking for my own tiny channel.'],
    },
    {
      exchanges: [
        [
          'It is my birthday {day} and your music is the soundtrack.',
          'Happy birthday! Have a slice of cake for me 🎂',
        ],
        [
          'Could you wish my sister a happy birthday? She would faint.',
          'Tell her a very happy birthday from me and from the cat.',
        ],
        [
          'We danced to {song} at our wedding 💍',
          'I am not crying, you are crying. All the best to you two!',
        ],
      ],
      more: ['Her name is Pim, she is nine.', 'There were tears, mostly my dad’s.'],
    },
    {
      exchanges: [
        [
          'How is the cat doing? The limp looked bad in the stream.',
          'She is fine, drama is her art form.',
        ],
        [
          'Please tell me the cat has her own merch soon.',
          'Do not give her ideas, she already has an agent.',
        ],
        ['Your cat stole the whole stream on {day} 😂', 'She says hello and asks for snacks.'],
      ],
      more: ['Mine says hello, too.', 'I paused it three times to look at her.'],
    },
    {
      exchanges: [
        [
          'I translated {song} for my class, may I send it to you?',
          'Yes please, send it here and I read it on the train.',
        ],
        [
          'Would you ever do a song together with a fan?',
          'I love the idea. Send me something of yours and we talk.',
        ],
        ['I make lyric videos, could I do one for {song}?', 'Go ahead, just put my name below it.'],
      ],
      more: ['No hurry at all.', 'I can show you two older ones first.'],
    },
  ],
  thanks: [
    'Thank you!!',
    'You are the best.',
    'That made my day ☀',
    'Perfect, thanks a lot',
    'Aww ❤',
  ],
  closing: ['Any time 🌙', 'Hugs from the kitchen studio.', 'Talk soon!', '❤', 'See you {day}!'],
};
