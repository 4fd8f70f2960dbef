import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskTalk } from '#test/support/desk-talk.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

const { told, shows, tap, says, writes } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

/** The card of a fan who writes, and the question that its Note asks. */
async function askedForNote(): Promise<{ card: MessageView; question: MessageView }> {
  const relay = await writes(ana, 'hello');
  tap(relay, 'Card');
  const card = await told('First seen');
  tap(card, 'Note');
  return { card, question: await told('your note on Ana') };
}

describe('a command that comes as a reply to a question, as Telegram sends what is tapped in the menu', () => {
  test('is a command, and the question is still answered by what comes after it', async () => {
    const { card, question } = await askedForNote();
    says('/followups', question);
    await told('Nothing to follow up');
    says('allergic to roses', question);
    await told('Noted for Ana');
    tap(card, 'Notes');
    const list = await shows(card, '1. allergic to roses');
    expect(list.text).not.toContain('/followups');
  });

  test('is told apart when nobody knows it, and goes to nobody', async () => {
    const { question } = await askedForNote();
    says('/folowups', question);
    await told('I do not know this command');
    says('/cancel', question);
    await told('nothing to cancel');
    expect(ana.seesTexts(luna.bot)).toEqual(['hello']);
  });
});
