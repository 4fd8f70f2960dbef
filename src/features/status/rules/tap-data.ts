/** What can be listed: fans' messages that did not reach the desk, replies that did not arrive, parked updates. */
export type ListName = 'relays' | 'replies' | 'parked';

/** What a button under /status asks for. */
export type StatusTap =
  | { readonly do: 'home' }
  | { readonly do: 'show'; readonly list: ListName; readonly page: number }
  | {
      readonly do: 'retry' | 'done';
      readonly list: ListName;
      readonly page: number;
      readonly id: number;
    }
  | { readonly do: 'all'; readonly list: ListName };

const home = /^st:home$/;
const show = /^st:show:(relays|replies|parked):(\d{1,6})$/;
const one = /^st:(retry|done):(relays|replies|parked):(\d{1,6}):(\d{1,15})$/;
const all = /^st:all:(relays|replies|parked)$/;

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData(tap: StatusTap): string {
  switch (tap.do) {
    case 'home':
      return 'st:home';
    case 'show':
      return `st:show:${tap.list}:${tap.page}`;
    case 'all':
      return `st:all:${tap.list}`;
    case 'retry':
    case 'done':
      return `st:${tap.do}:${tap.list}:${tap.page}:${tap.id}`;
  }
}

/** Reads callback data back; null for anything else. Any client can send any data: check role and row each time. */
export function readTapData(data: string): StatusTap | null {
  if (home.test(data)) return { do: 'home' };
  const shown = show.exec(data);
  if (shown) return { do: 'show', list: shown[1] as ListName, page: Number(shown[2]) };
  const single = one.exec(data);
  if (single) {
    return {
      do: single[1] as 'retry' | 'done',
      list: single[2] as ListName,
      page: Number(single[3]),
      id: Number(single[4]),
    };
  }
  const whole = all.exec(data);
  return whole ? { do: 'all', list: whole[1] as ListName } : null;
}
