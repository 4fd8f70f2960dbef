import { memberOf } from './access.ts';
import type { GroupRights } from './contract.ts';
import { isAdmin, isIn, postService } from './messages.ts';
import { nameOf, renderChat, renderMember, renderUser } from './render.ts';
import type { ChatState, Json, Member, Person, UserState } from './state.ts';
import type { World } from './world.ts';

/** A new group with its owner. */
export function createGroup(
  world: World,
  input: {
    title: string;
    forum: boolean;
    owner: UserState;
    type?: 'group' | 'supergroup' | undefined;
  },
): ChatState {
  if (input.forum && input.type === 'group') throw new Error('A basic group has no topics.');
  const chat = world.createGroup({
    title: input.title,
    isForum: input.forum,
    type: input.type ?? 'supergroup',
  });
  memberOf(chat, input.owner).status = 'creator';
  input.owner.chats.add(chat);
  world.bump(chat);
  world.touch(chat);
  return chat;
}

/** Changes somebody's standing in a group, and tells whom Telegram tells. */
export function setMember(
  world: World,
  chat: ChatState,
  by: Person,
  person: Person,
  status: 'member' | 'left' | 'kicked',
  rights: GroupRights = {},
): void {
  const member = memberOf(chat, person);
  const before = { ...member };
  const admin = status === 'member' && rights.admin === true;
  member.status = admin ? 'administrator' : status;
  member.manageTopics = admin && (rights.manageTopics ?? false);
  member.pinMessages = admin && (rights.pinMessages ?? true);
  member.deleteMessages = admin && (rights.deleteMessages ?? true);
  if (person.isBot && isIn(member)) person.groups.add(chat);
  if (!person.isBot) person.chats.add(chat);
  tellMemberChange(world, chat, by, before, member);
  const joined = !isIn(before) && isIn(member);
  const gone = isIn(before) && !isIn(member);
  if (joined)
    postService(world, chat, {
      from: by,
      field: 'new_chat_members',
      text: `${nameOf(by)} added ${nameOf(person)}`,
      value: () => [renderUser(person)],
    });
  if (gone) announceLeft(world, chat, by, person);
  if (person.isBot && !isIn(member)) person.groups.delete(chat);
  world.touch(chat);
  if (!person.isBot) world.touchUser(person);
}

function announceLeft(world: World, chat: ChatState, by: Person, person: Person): void {
  postService(world, chat, {
    from: by,
    field: 'left_chat_member',
    text: `${nameOf(by)} removed ${nameOf(person)}`,
    value: () => renderUser(person),
  });
}

function tellMemberChange(
  world: World,
  chat: ChatState,
  by: Person,
  before: Member,
  after: Member,
): void {
  const { person } = after;
  const change: Json = {
    chat: renderChat(chat),
    from: renderUser(by),
    date: world.date(),
    old_chat_member: renderMember(person, before),
    new_chat_member: renderMember(person, after),
  };
  if (person.isBot) person.queue.push('my_chat_member', chat.id, change);
  for (const other of chat.members.values())
    if (other.person.isBot && other.person !== person && isAdmin(other))
      other.person.queue.push('chat_member', chat.id, change);
}

/** The group gets a new id; the old one only tells where it went. Members come along, topics and messages do not. */
export function becomeSupergroup(world: World, chat: ChatState, forum: boolean): ChatState {
  const fresh = world.createGroup({ title: chat.title, isForum: forum, type: 'supergroup' });
  for (const [id, member] of chat.members) {
    fresh.members.set(id, { ...member });
    if (member.person.isBot) member.person.groups.add(fresh);
    else member.person.chats.add(fresh);
  }
  const owner = ownerOf(chat);
  postService(world, chat, {
    from: owner,
    field: 'migrate_to_chat_id',
    text: 'The group became a supergroup',
    value: () => fresh.id,
  });
  chat.migratedTo = fresh.id;
  postService(world, fresh, {
    from: owner,
    field: 'migrate_from_chat_id',
    text: 'The group became a supergroup',
    value: () => chat.id,
  });
  return fresh;
}

/** The owner of a group. */
export function ownerOf(chat: ChatState): Person {
  for (const member of chat.members.values()) if (member.status === 'creator') return member.person;
  throw new Error('This group has no owner.');
}
