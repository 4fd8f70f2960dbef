import { badRequest } from '../api-error.ts';
import type { Content, Json } from '../state.ts';
import type { World } from '../world.ts';
import { type Call, type Method, numberParam, textParam } from './call.ts';
import { sendContent } from './send.ts';

/** The numbers that each animated emoji can show. */
const diceSides: Record<string, number> = { '🎲': 6, '🎯': 6, '🎳': 6, '🏀': 5, '⚽': 5, '🎰': 64 };

/** A thrown dice. The emoji is one that Telegram animates. */
export function throwDice(world: World, emoji: string): Content {
  return { kind: 'dice', emoji, value: world.random.integer(1, diceSides[emoji] ?? 6) };
}

function coordinates(call: Call): { latitude: number; longitude: number } {
  const latitude = numberParam(call, 'latitude') ?? Number.NaN;
  const longitude = numberParam(call, 'longitude') ?? Number.NaN;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw badRequest('wrong latitude/longitude specified');
  return { latitude, longitude };
}

function pick(params: Json, names: readonly string[]): Json {
  return Object.fromEntries(
    names.filter((name) => params[name] !== undefined).map((name) => [name, params[name]]),
  );
}

/** https://core.telegram.org/bots/api#sendlocation */
const sendLocation: Method = (call) => {
  const extra = pick(call.params, [
    'horizontal_accuracy',
    'live_period',
    'heading',
    'proximity_alert_radius',
  ]);
  return sendContent(call, { kind: 'location', location: { ...extra, ...coordinates(call) } });
};

/** https://core.telegram.org/bots/api#sendvenue */
const sendVenue: Method = (call) => {
  const extra = pick(call.params, [
    'foursquare_id',
    'foursquare_type',
    'google_place_id',
    'google_place_type',
  ]);
  return sendContent(call, {
    kind: 'venue',
    location: coordinates(call),
    title: textParam(call, 'title') ?? '',
    address: textParam(call, 'address') ?? '',
    extra,
  });
};

/** https://core.telegram.org/bots/api#sendcontact */
const sendContact: Method = (call) => {
  const phoneNumber = textParam(call, 'phone_number') ?? '';
  const firstName = textParam(call, 'first_name') ?? '';
  if (phoneNumber === '') throw badRequest('phone number is empty');
  if (firstName === '') throw badRequest('first name is empty');
  return sendContent(call, {
    kind: 'contact',
    phoneNumber,
    firstName,
    lastName: textParam(call, 'last_name'),
    vcard: textParam(call, 'vcard'),
  });
};

/** https://core.telegram.org/bots/api#sendpoll */
const sendPoll: Method = (call) => {
  const question = textParam(call, 'question') ?? '';
  const options = (call.params['options'] as Json[]).map((option) => String(option['text']));
  if (question === '') throw badRequest('poll question must be non-empty');
  if (question.length > 300) throw badRequest('poll question length must not exceed 300');
  if (options.length < 1) throw badRequest('poll must have at least 1 option');
  if (options.length > 12) throw badRequest("poll can't have more than 12 options");
  if (options.some((text) => text === '')) throw badRequest('poll options must be non-empty');
  if (options.some((text) => text.length > 100))
    throw badRequest('poll options length must not exceed 100');
  return sendContent(call, {
    kind: 'poll',
    poll: {
      id: String(call.world.random.integer(1, 9e15)),
      question,
      options,
      anonymous: call.params['is_anonymous'] !== false,
      multiple: call.params['allows_multiple_answers'] === true,
      quiz: call.params['type'] === 'quiz',
      author: call.bot.id,
    },
  });
};

/** https://core.telegram.org/bots/api#senddice */
const sendDice: Method = (call) =>
  sendContent(call, throwDice(call.world, textParam(call, 'emoji') ?? '🎲'));

/** Methods that send something without text and without files. */
export const simpleContentMethods: Record<string, Method> = {
  sendLocation,
  sendVenue,
  sendContact,
  sendPoll,
  sendDice,
};
