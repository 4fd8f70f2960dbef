import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, webhookCallback } from 'grammy';
import { serveCalls } from './serve-calls.ts';
import type { TenantSeed } from './telegram-fleet.ts';

// What a bot costs that does nothing but pass a message on: grammY as its manual shows it, webhooks over node:http, no
// storage, one process for all bots.

serveCalls({
  async start({ apiRoot, seeds }: { apiRoot: string; seeds: readonly TenantSeed[] }) {
    const secretToken = 'bare-bot';
    const handlers = new Map(
      seeds.map((seed) => {
        const bot = new Bot(seed.token, { client: { apiRoot } });
        bot.on('message', async (ctx) => {
          if (ctx.chatId !== seed.creatorId) await ctx.copyMessage(seed.deskChat);
        });
        return [`/${seed.botId}`, { bot, handle: webhookCallback(bot, 'http', { secretToken }) }];
      }),
    );
    await Promise.all([...handlers.values()].map(({ bot }) => bot.init()));
    const server = createServer((request, response) => {
      const found = handlers.get(request.url ?? '');
      if (found) void found.handle(request, response);
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const [path, { bot }] of handlers) {
      await bot.api.setWebhook(`http://127.0.0.1:${port}${path}`, { secret_token: secretToken });
    }
  },
});
