import { expect, test } from 'vitest';
import { openDraftStage, question } from '#test/support/draft-stage.ts';
import { saysDrafts } from '#test/support/fake-llm/fake-answer.ts';
import { openFakeModel } from '#test/support/fake-llm/open-fake-model.ts';

test('an endpoint that the operator chose is agreed to, and told of, by its host', async () => {
  await using model = await openFakeModel('draft', {}, 'compatible');
  const { host } = new URL(model.fake.baseUrl);
  const stage = await openDraftStage({ llm: model.llm });
  const offer = await stage.consents();
  expect(offer).toContain(`• ${host}. Where it runs and what it keeps`);
  expect(offer).toContain('Whether a model is trained with it is up to whoever runs that model.');
  expect(offer).not.toContain('compatible:');
  await stage.told(`AI drafts are on, by ${host}`);
  model.fake.always(saysDrafts('Sure, I ship worldwide!'));
  const draft = await stage.drafted(stage.ana, question);
  expect(draft.text).toContain('Sure, I ship worldwide!');
  stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'ℹ️');
  const receipt = await stage.becomes(draft, 'What was sent to the AI');
  expect(receipt.text).toContain(host);
  expect(receipt.text).not.toContain('compatible:');
  await stage.close();
});
