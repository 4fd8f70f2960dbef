/** @import { People, PersonView, Screen } from '../../../test/support/sandbox/screen.ts' */
import { createPhone } from './phone.js';
import { getDemo, getPeople } from './api.js';
import { need, setUpTabs } from './tabs.js';
import { setChoices } from './picker.js';
import { setUpTheme } from './theme.js';

const PEOPLE_MS = 2000;
const RETRY_MS = 1500;
const FAN_KEY = 'fan';
const PRIVATE = 'private';

/**
 * Waits for the demo to answer, as the page may be open before it has started.
 *
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 */
async function untilAnswered(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((done) => setTimeout(done, RETRY_MS));
    }
  }
}

/** Keeps the page as high as what a phone's keyboard leaves visible; browsers on iOS only tell this way. */
function followKeyboard() {
  const view = visualViewport;
  if (!view) return;
  const set = () => document.documentElement.style.setProperty('--visible', `${view.height}px`);
  view.addEventListener('resize', set);
  set();
}

/**
 * Says one more thing at the top; it is cut off where there is no room, and stands whole below the pointer.
 *
 * @param {string} hint
 */
function showHint(hint) {
  const lead = need('.lead');
  lead.append(` ${hint}`);
  lead.title = hint;
}

async function run() {
  setUpTheme(need('#theme'));
  followKeyboard();
  const { creatorId, botId, hint } = await untilAnswered(getDemo);
  if (hint !== undefined) showHint(hint);
  let people = await untilAnswered(getPeople);
  const chatSelect = /** @type {HTMLSelectElement} */ (need('#creator-chat'));
  const fanSelect = /** @type {HTMLSelectElement} */ (need('#fan-person'));

  /** @type {() => PersonView} */
  const bot = () =>
    people.bots.find((other) => other.id === botId) ?? { id: botId, name: 'Bot', isBot: true };

  const creator = createPhone({
    host: need('#creator'),
    bot: bot(),
    mayBlock: false,
    onScreen: showChats,
  });
  const fan = createPhone({ host: need('#fan'), bot: bot(), mayBlock: true, onScreen: showDots });
  let visible = { creator: true, fan: true };
  const tabs = setUpTabs((next) => {
    visible = next;
    creator.setVisible(next.creator);
    fan.setVisible(next.fan);
    queueMicrotask(showDots);
  });

  function showDots() {
    tabs.setDot('creator', !visible.creator && creator.unread() > 0);
    tabs.setDot('fan', !visible.fan && fan.unread() > 0);
  }

  /** @param {Screen} screen */
  function showChats(screen) {
    const groups = screen.chats.filter((chat) => chat.type !== 'private');
    const own = screen.chats.find(
      (chat) => chat.type === 'private' && chat.bots.some((b) => b.id === botId),
    );
    /** @param {number} chatId */
    const waiting = (chatId) => {
      const count = creator.unread(chatId);
      return count > 0 ? ` (${count})` : '';
    };
    setChoices(chatSelect, [
      { value: PRIVATE, label: `Chat with ${bot().name}${own ? waiting(own.chatId) : ''}` },
      ...groups.map((group) => ({
        value: String(group.chatId),
        label: `${group.title}${group.isForum ? ' (forum)' : ' (group)'}${waiting(group.chatId)}`,
      })),
    ]);
    showDots();
  }

  /** @param {People} next */
  function showPeople(next) {
    people = next;
    creator.setBot(bot());
    fan.setBot(bot());
    const fans = people.users.filter((user) => user.id !== creatorId);
    setChoices(
      fanSelect,
      fans.map((user) => ({
        value: String(user.id),
        label: user.username ? `${user.name} · @${user.username}` : user.name,
      })),
    );
    fanSelect.disabled = fans.length === 0;
    fan.setUser(fans.length > 0 ? Number(fanSelect.value) : undefined);
  }

  chatSelect.addEventListener('change', () => {
    creator.setChat(chatSelect.value === PRIVATE ? undefined : Number(chatSelect.value));
  });
  fanSelect.addEventListener('change', () => {
    sessionStorage.setItem(FAN_KEY, fanSelect.value);
    fan.setUser(Number(fanSelect.value));
  });

  creator.setUser(creatorId);
  showChats({ user: bot(), chats: [] });
  showPeople(people);
  const remembered = sessionStorage.getItem(FAN_KEY);
  if (remembered !== null && people.users.some((user) => String(user.id) === remembered)) {
    fanSelect.value = remembered;
    fan.setUser(Number(remembered));
  }
  setInterval(() => {
    if (!document.hidden) getPeople().then(showPeople, () => undefined);
  }, PEOPLE_MS);
}

await run();
