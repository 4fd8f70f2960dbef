import { badRequest } from '../api-error.ts';
import type { Method } from './call.ts';
import { answerCallbackQuery } from './callbacks.ts';
import { answerInlineQuery } from './inline.ts';
import { chatMethods } from './chats.ts';
import { commandMethods } from './commands.ts';
import { copyMethods } from './copy.ts';
import { deleteMethods } from './delete.ts';
import { editMethods } from './edit.ts';
import { forumMethods } from './forum.ts';
import { mediaMethods, sendMediaGroup } from './media.ts';
import { pinMethods } from './pin.ts';
import { profileMethods } from './profile.ts';
import { setMessageReaction } from './reactions.ts';
import { simpleContentMethods } from './simple-content.ts';
import { sendMessage } from './text.ts';
import { updateMethods } from './updates.ts';

/** The largest file a bot can download (core.telegram.org/bots/api#getfile). */
const largestDownload = 20 * 1_048_576;

/** https://core.telegram.org/bots/api#getfile */
const getFile: Method = ({ world, bot, params }) => {
  const fileId = String(params['file_id']);
  const file = world.files.forBot(bot, fileId, 'invalid file_id');
  if (file.size > largestDownload) throw badRequest('file is too big');
  return {
    file_id: fileId,
    file_unique_id: world.files.uniqueIdOf(file),
    file_size: file.size,
    file_path: file.path,
  };
};

/** Every method that the sandbox knows. */
export const methods: Readonly<Record<string, Method>> = {
  ...profileMethods,
  ...updateMethods,
  sendMessage,
  ...mediaMethods,
  sendMediaGroup,
  ...simpleContentMethods,
  ...copyMethods,
  ...editMethods,
  ...deleteMethods,
  ...pinMethods,
  setMessageReaction,
  ...forumMethods,
  answerCallbackQuery,
  answerInlineQuery,
  ...commandMethods,
  ...chatMethods,
  getFile,
};
