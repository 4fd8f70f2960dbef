import { nameOf } from './render.ts';
import type { ButtonView, MediaView, MessageView, PersonView } from './screen.ts';
import type { BotState, Content, FileState, MessageState, Person } from './state.ts';
import type { World } from './world.ts';

const snippetLength = 80;

/** A person or a bot, as others see it. */
export function personView(person: Person): PersonView {
  const view = { id: person.id, name: nameOf(person), isBot: person.isBot };
  const { username } = person;
  return username === undefined || (!person.isBot && person.deactivated)
    ? view
    : { ...view, username };
}

/** A message on the phone. File ids are those of `bot`, the one that answers in this chat. */
export function messageView(
  world: World,
  bot: BotState | undefined,
  message: MessageState,
): MessageView {
  const { content, chat } = message;
  const view: MessageView = {
    messageId: message.id,
    date: message.date,
    from: personView(message.from),
    kind: content.kind,
    text: textOf(content),
    entities: 'entities' in content ? content.entities : [],
    buttons: (message.markup?.inline_keyboard ?? []).map((row) => row.map(buttonView)),
    reactions: [...message.reactions.values()].flatMap(({ person, emoji }) =>
      emoji.map((each) => ({ emoji: each, from: personView(person) })),
    ),
  };
  if (chat.isForum) view.topicId = message.topicId ?? 0;
  if (message.editDate !== undefined) view.editDate = message.editDate;
  if (message.albumId !== undefined) view.albumId = message.albumId;
  if (message.replyTo !== undefined && chat.messages.has(message.replyTo.id))
    view.replyTo = {
      messageId: message.replyTo.id,
      name: nameOf(message.replyTo.from),
      snippet: message.quote?.text ?? snippetOf(message.replyTo.content),
    };
  if (message.forward !== undefined) {
    const { from } = message.forward;
    view.forwardedFrom = typeof from === 'string' ? from : nameOf(from);
  }
  return { ...view, ...extrasOf(world, bot, content) };
}

function textOf(content: Content): string {
  return 'text' in content ? content.text : '';
}

function snippetOf(content: Content): string {
  const text = textOf(content).replaceAll(/\s+/g, ' ');
  return text === '' ? content.kind : text.slice(0, snippetLength).toWellFormed();
}

function buttonView(button: { text: string }): ButtonView {
  const view: ButtonView = { text: button.text };
  if ('callback_data' in button) view.data = String(button.callback_data);
  if ('url' in button) view.url = String(button.url);
  return view;
}

function extrasOf(world: World, bot: BotState | undefined, content: Content): Partial<MessageView> {
  switch (content.kind) {
    case 'text':
    case 'service':
      return {};
    case 'location':
      return {
        location: { latitude: content.location.latitude, longitude: content.location.longitude },
      };
    case 'venue':
      return { location: { ...content.location, title: content.title, address: content.address } };
    case 'contact': {
      const { phoneNumber, firstName, lastName } = content;
      return {
        contact: { phoneNumber, firstName, ...(lastName === undefined ? {} : { lastName }) },
      };
    }
    case 'poll':
      return { poll: { question: content.poll.question, options: [...content.poll.options] } };
    case 'dice':
      return { dice: { emoji: content.emoji, value: content.value } };
    default: {
      const media = mediaView(world, bot, content.file);
      if (content.spoiler) media.spoiler = true;
      return content.captionAbove ? { media, captionAbove: true } : { media };
    }
  }
}

function mediaView(world: World, bot: BotState | undefined, file: FileState): MediaView {
  const fileId = bot === undefined ? file.uniqueId : world.files.idFor(bot, file);
  const view: MediaView = {
    url: `/sandbox/file/${file.uniqueId}`,
    fileId,
    fileUniqueId: file.uniqueId,
    mimeType: file.mimeType,
    size: file.size,
  };
  if (['photo', 'video', 'video_note', 'animation', 'sticker'].includes(file.kind)) {
    view.width = file.width;
    view.height = file.height;
  }
  if (file.duration > 0) view.duration = file.duration;
  for (const name of ['fileName', 'emoji', 'title', 'performer'] as const) {
    const value = file[name];
    if (value !== undefined) view[name] = value;
  }
  return view;
}
