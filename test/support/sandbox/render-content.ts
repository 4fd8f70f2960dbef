import { photoVariants } from './files.ts';
import type { BotState, Content, FileState, Json, MediaContent, PollState } from './state.ts';
import type { World } from './world.ts';

/** The fields of the type Message that tell what it carries. File ids are those of this bot. */
export function renderContent(world: World, bot: BotState, content: Content): Json {
  switch (content.kind) {
    case 'text':
      return {
        text: content.text,
        entities: content.entities.length > 0 ? content.entities : undefined,
        link_preview_options: content.preview,
      };
    case 'location':
      return { location: content.location };
    case 'venue': {
      const { location, title, address, extra } = content;
      // The plain location is there too, for old bots.
      return { venue: { location, title, address, ...extra }, location };
    }
    case 'contact':
      return {
        contact: {
          phone_number: content.phoneNumber,
          first_name: content.firstName,
          last_name: content.lastName,
          vcard: content.vcard,
        },
      };
    case 'poll':
      return { poll: renderPoll(content.poll) };
    case 'dice':
      return { dice: { emoji: content.emoji, value: content.value } };
    case 'service':
      return { [content.field]: content.value(bot) };
    default:
      return renderMedia(world, bot, content);
  }
}

function renderMedia(world: World, bot: BotState, content: MediaContent): Json {
  const { file, kind } = content;
  const out: Json = renderFile(world, bot, file);
  if (kind === 'animation') out['document'] = documentOf(world, bot, file);
  if (content.text !== '') {
    out['caption'] = content.text;
    if (content.entities.length > 0) out['caption_entities'] = content.entities;
  }
  if (content.captionAbove) out['show_caption_above_media'] = true;
  if (content.spoiler) out['has_media_spoiler'] = true;
  return out;
}

function ids(world: World, bot: BotState, file: FileState) {
  return {
    file_id: world.files.idFor(bot, file),
    file_unique_id: world.files.uniqueIdOf(file),
    file_size: file.size,
  };
}

function documentOf(world: World, bot: BotState, file: FileState): Json {
  return { ...ids(world, bot, file), file_name: file.fileName, mime_type: file.mimeType };
}

function renderFile(world: World, bot: BotState, file: FileState): Json {
  const base = ids(world, bot, file);
  const { width, height, duration, mimeType, fileName } = file;
  const named = { ...base, file_name: fileName, mime_type: mimeType };
  switch (file.kind) {
    case 'photo':
      return {
        photo: photoVariants(file).map((variant) => ({
          file_id: world.files.idFor(bot, file, variant.name),
          file_unique_id: world.files.uniqueIdOf(file, variant.name),
          width: variant.width,
          height: variant.height,
          file_size: Math.max(1, Math.round((file.size * variant.width) / width)),
        })),
      };
    case 'video':
      return { video: { ...named, width, height, duration } };
    case 'animation':
      return { animation: { ...named, width, height, duration } };
    case 'voice':
      return { voice: { ...base, mime_type: mimeType, duration } };
    case 'video_note':
      return { video_note: { ...base, length: width, duration } };
    case 'audio':
      return { audio: { ...named, duration, title: file.title, performer: file.performer } };
    case 'sticker':
      return {
        sticker: {
          ...base,
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: file.emoji,
        },
      };
    case 'document':
      return { document: named };
  }
}

function renderPoll(poll: PollState): Json {
  return {
    id: poll.id,
    question: poll.question,
    options: poll.options.map((text, index) => ({
      persistent_id: String(index),
      text,
      voter_count: 0,
    })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: poll.anonymous,
    type: poll.quiz ? 'quiz' : 'regular',
    allows_multiple_answers: poll.multiple,
    allows_revoting: !poll.quiz,
    members_only: false,
  };
}
