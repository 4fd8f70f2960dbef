import { block, edit, erase, react, send, tap, unblock } from './people.ts';
import type { Act } from './screen.ts';
import type { UserState } from './state.ts';
import type { World } from './world.ts';

/** Carries out what a person does on a phone. Returns the ids of new messages, if any; throws when it is not possible. */
export function perform(world: World, act: Act): number[] | undefined {
  const user = world.users.get(act.user);
  if (user === undefined) throw new Error(`There is no person ${act.user}.`);
  if (act.do !== 'send') return performSilently(world, user, act);
  const { user: _user, chat, do: _do, ...out } = act;
  return send(world, user, chat, out);
}

function performSilently(
  world: World,
  user: UserState,
  act: Exclude<Act, { do: 'send' }>,
): undefined {
  switch (act.do) {
    case 'edit':
      edit(world, user, act.chat, act.message, {
        text: act.text,
        entities: act.entities,
      });
      break;
    case 'delete':
      erase(world, user, act.chat, act.message);
      break;
    case 'react':
      react(world, user, act.chat, act.message, act.emoji);
      break;
    case 'tap':
      tap(world, user, act.chat, act.message, act.data);
      break;
    case 'block':
    case 'unblock':
      setBlocked(world, user, act);
      break;
    default:
      throw new Error('This is nothing a person can do.');
  }
}

function setBlocked(world: World, user: UserState, act: Act): void {
  const bot = world.bots.get(act.chat);
  if (bot === undefined) throw new Error(`There is no bot ${act.chat}.`);
  (act.do === 'block' ? block : unblock)(world, user, bot);
}
