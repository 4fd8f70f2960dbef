import { expect, test } from 'vitest';
import { openAccountStage, type Star } from '#test/support/account-stage.ts';
import { accountVisits, dayText } from '#test/support/account-visits.ts';
import { readable } from '#test/support/web-visitor.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('a payment that fails is told with its date, reminded of, and ends in Free after a week, unless it is made up for', async () => {
  await using stage = await openAccountStage({ trialDays: 0 });
  const { luna, mars, fake } = stage;
  const { opened, subscribed, customerOf } = accountVisits(() => stage);
  await mars.hears('ru');
  await subscribed(luna, '€49 a month');
  const marsWeb = await opened(mars);
  fake.checkout.pay((await marsWeb.web.press(marsWeb.page, '19')).location);
  await mars.told('Теперь ваш тариф Pro');
  for (const star of [luna, mars]) fake.customers.failPayments(customerOf(star));

  const end = (await luna.row())?.subscription?.periodEnd ?? 0;
  await stage.later(end + hourMs + 60_000 - Date.now() - stage.ahead);
  const graceEnd = async (star: Star) => {
    const { subscription } = (await star.row()) ?? {};
    expect(subscription?.status).toBe('past_due');
    return (subscription?.pastDueSince ?? 0) + 7 * dayMs;
  };
  const lunaEnd = await graceEnd(luna);
  expect(lunaEnd).toBeGreaterThanOrEqual(end + 7 * dayMs);
  const lunaSays = [
    'Your plan is Studio now. /plan',
    `A payment for Studio failed. Everything stays as it is until ${dayText(lunaEnd)}. If the payment is still open then, you have Free. /plan`,
  ];
  const marsEnd = dayText(await graceEnd(mars), 'ru');
  const marsSays = [
    'Теперь ваш тариф Pro. /plan',
    `Платёж за Pro не прошёл. До ${marsEnd} всё остаётся как есть. Если он и тогда не оплачен, у вас будет Free. /plan`,
  ];
  expect(await luna.news(lunaSays.length)).toEqual(lunaSays);
  expect(await mars.news(marsSays.length)).toEqual(marsSays);
  const page = readable((await opened(luna)).page);
  expect(page).toContain('Studio payment open A payment failed.');
  expect(page).toContain(`until ${dayText(lunaEnd)}`);

  // The fourth day: Stripe has tried again meanwhile.
  await stage.later(4 * dayMs);
  expect(await luna.news(lunaSays.length)).toEqual(lunaSays);
  // The fifth.
  await stage.later(dayMs + hourMs);
  lunaSays.push(
    `The payment for Studio is still open. On ${dayText(lunaEnd)} your plan becomes Free. Nothing is deleted. /plan`,
  );
  marsSays.push(
    `Платёж за Pro всё ещё не оплачен. После ${marsEnd} ваш тариф станет Free. Ничего не удаляется. /plan`,
  );
  expect(await luna.news(lunaSays.length)).toEqual(lunaSays);
  expect(await mars.news(marsSays.length)).toEqual(marsSays);
  fake.portal.newCard(customerOf(mars));
  expect(fake.portal.payOpen(customerOf(mars))).toEqual(['paid']);
  await mars.told('Платёж пришёл.');
  marsSays.push('Платёж пришёл. Pro продолжается.');
  expect((await luna.plan()).text).toContain('Your plan: Studio');

  await stage.later(2 * dayMs);
  lunaSays.push(
    [
      'The payment for Studio did not arrive in time. Your plan is Free now.',
      '• AI drafts: 30 a month. After that, drafts come from your own past answers.',
      '• Segments: all can be used. The 3 oldest can be changed.',
      '• /insights shows up to 7 days.',
      '• Your own AI key is kept, but not used.',
      'Nothing was deleted, and fans reach you as before. /plan',
    ].join('\n'),
  );
  expect(await luna.news(lunaSays.length)).toEqual(lunaSays);
  expect((await luna.plan()).text).toContain('A payment is still open.');
  // Stripe gives up; that is nothing new for the creator.
  await stage.later(9 * dayMs);
  expect((await luna.row())?.subscription?.status).toBe('canceled');
  expect(await luna.news(lunaSays.length)).toEqual(lunaSays);
  expect(await mars.news(marsSays.length)).toEqual(marsSays);
  expect((await mars.row())?.subscription).toMatchObject({ status: 'active', pastDueSince: null });
});

test('what becomes of payments and plans is told in each creator’s language, once each', async () => {
  await using stage = await openAccountStage();
  const { luna, mars, fake } = stage;
  const { opened, subscriptionOf, customerOf } = accountVisits(() => stage);
  const said = { luna: [] as string[], mars: [] as string[] };
  /** Both have been told this since the last time. */
  const told = async (german: string, spanish: string) => {
    said.luna.push(german);
    said.mars.push(spanish);
    expect(await luna.news(said.luna.length)).toEqual(said.luna);
    expect(await mars.news(said.mars.length)).toEqual(said.mars);
  };
  const each = (act: (star: Star) => unknown) => {
    for (const star of [luna, mars]) act(star);
  };
  await luna.hears('de');
  await mars.hears('es');
  for (const star of [luna, mars]) {
    const { web, page } = await opened(star);
    fake.checkout.pay((await web.press(page, '19')).location);
  }
  const ends = (await luna.row())?.subscription?.trialEnd ?? 0;
  const [de, es] = [dayText(ends, 'de'), dayText(ends, 'es')];
  await told(`Du probierst Pro bis ${de} aus. /plan`, `Estás probando Pro hasta el ${es}. /plan`);

  await stage.later(11 * dayMs + hourMs);
  await told(
    `Das Ausprobieren von Pro endet am ${de}. /plan`,
    `La prueba de Pro termina el ${es}. /plan`,
  );
  await stage.later(3 * dayMs + hourMs);
  await told(
    'Du hast Pro ausprobiert, und es geht mit deinem Abo weiter. /plan',
    'Has probado Pro y sigue con tu suscripción. /plan',
  );

  each((star) => fake.portal.change(subscriptionOf(star).id, 'studio_monthly'));
  await told('Dein Tarif ist jetzt Studio. /plan', 'Tu plan es ahora Studio. /plan');

  each((star) => void fake.customers.warnOfFraud(customerOf(star)));
  const lessDe = [
    '• KI-Entwürfe: 30 im Monat. Danach kommen Entwürfe aus deinen eigenen früheren Antworten.',
    '• Segmente: Alle lassen sich benutzen. Ändern lassen sich die 3 ältesten.',
    '• /insights zeigt bis zu 7 Tage.',
    '• Dein eigener KI-Schlüssel bleibt, wird aber nicht benutzt.',
  ];
  const lessEs = [
    '• Borradores con IA: 30 al mes. Después salen de tus propias respuestas anteriores.',
    '• Segmentos: todos se pueden usar. Los 3 más antiguos se pueden cambiar.',
    '• /insights muestra hasta 7 días.',
    '• Tu propia clave de IA se conserva, pero no se usa.',
  ];
  const keptDe = 'Nichts wurde gelöscht, und Fans erreichen dich wie bisher. /plan';
  const keptEs = 'No se ha borrado nada y tus fans te escriben como siempre. /plan';
  await told(
    [
      'Die Bank, von der die Karte ist, hält eine Zahlung für möglichen Betrug. Bis das geklärt ist, höchstens zwei Wochen, ist dein Tarif Free. Das Abo verlängert sich nicht von selbst.',
      ...lessDe,
      keptDe,
    ].join('\n'),
    [
      'El banco que emitió la tarjeta avisó de que un pago puede ser un fraude. Hasta que se aclare, como mucho dos semanas, tu plan es Free. La suscripción no se renueva sola.',
      ...lessEs,
      keptEs,
    ].join('\n'),
  );

  each((star) => void fake.customers.dispute(customerOf(star)));
  await told(
    [
      'Eine Zahlung wird angefochten. Bis das geklärt ist, ist dein Tarif Free, und das Abo verlängert sich nicht.',
      keptDe,
    ].join('\n'),
    [
      'Hay un pago en disputa. Hasta que se resuelva tu plan es Free y la suscripción no se renueva.',
      keptEs,
    ].join('\n'),
  );
  each((star) => fake.customers.closeDispute(customerOf(star), 'won'));
  await told(
    'Die angefochtene Zahlung ist geklärt. Dein Tarif ist wieder Studio.',
    'La disputa sobre un pago está resuelta. Tu plan vuelve a ser Studio.',
  );

  // A smaller plan begins with the next period, as our portal has it.
  each((star) => fake.portal.change(subscriptionOf(star).id, 'pro_monthly', { atPeriodEnd: true }));
  expect((await luna.plan()).text).toContain('Dein Tarif: Studio');
  await stage.later(32 * dayMs);
  await told(
    [
      'Studio ist zu Ende. Dein Tarif ist jetzt Pro.',
      '• KI-Entwürfe: 2.000 im Monat. Danach kommen Entwürfe aus deinen eigenen früheren Antworten.',
      '• /insights zeigt bis zu ein Jahr.',
      keptDe,
    ].join('\n'),
    [
      'Studio ha terminado. Tu plan es ahora Pro.',
      '• Borradores con IA: 2000 al mes. Después salen de tus propias respuestas anteriores.',
      '• /insights muestra hasta un año.',
      keptEs,
    ].join('\n'),
  );

  each((star) => fake.customers.failPayments(customerOf(star)));
  await stage.later(31 * dayMs);
  const graceEnd = ((await luna.row())?.subscription?.pastDueSince ?? 0) + 7 * dayMs;
  await told(
    `Eine Zahlung für Pro ist gescheitert. Bis ${dayText(graceEnd, 'de')} bleibt alles, wie es ist. Ist die Zahlung dann noch offen, hast du Free. /plan`,
    `Un pago de Pro ha fallado. Todo sigue igual hasta el ${dayText(graceEnd, 'es')}. Si entonces el pago sigue pendiente, tienes Free. /plan`,
  );
  each((star) => fake.customers.recover(customerOf(star)));
  await told('Die Zahlung ist da. Pro geht weiter.', 'El pago ha llegado. Pro sigue.');
  // Another start says nothing again.
  await stage.restart();
  expect(await luna.news(said.luna.length)).toEqual(said.luna);
  expect(await mars.news(said.mars.length)).toEqual(said.mars);
});

test('ends that are taken back, that come by themselves and that come at once are each told once', async () => {
  await using stage = await openAccountStage();
  const { luna, mars, fake } = stage;
  const { opened, subscribed, subscriptionOf, customerOf } = accountVisits(() => stage);
  const said = { luna: [] as string[], mars: [] as string[] };
  const told = async (who: 'luna' | 'mars', ...news: string[]) => {
    said[who].push(...news);
    expect(await stage[who].news(said[who].length)).toEqual(said[who]);
  };
  const less = [
    '• AI drafts: 30 a month. After that, drafts come from your own past answers.',
    '• Segments: all can be used. The 3 oldest can be changed.',
    '• /insights shows up to 7 days.',
    '• Your own AI key is kept, but not used.',
    'Nothing was deleted, and fans reach you as before. /plan',
  ];
  const ended = ['Pro has ended. Your plan is Free now.', ...less].join('\n');

  // Luna tries it out without a card, mars with one.
  const { web, page } = await opened(luna);
  fake.checkout.pay((await web.press(page, '19')).location, { withoutCard: true });
  await subscribed(mars, '19');
  for (const who of ['luna', 'mars'] as const) {
    const trialEnd = dayText((await stage[who].row())?.subscription?.trialEnd ?? 0);
    await told(who, `You are trying out Pro until ${trialEnd}. /plan`);
  }
  await stage.later(14 * dayMs + 2 * hourMs);
  await told('luna', ended);
  await told('mars', 'You have tried out Pro, and it goes on by your subscription. /plan');

  // An end that is planned, and taken back.
  const again = () => fake.customers.subscribe(customerOf(luna), 'pro_monthly');
  let subscription = again();
  await told('luna', 'Your plan is Pro now. /plan');
  fake.portal.cancel(subscription.id);
  const periodEnd = (await luna.row())?.subscription?.periodEnd ?? 0;
  await told(
    'luna',
    `Pro ends on ${dayText(periodEnd)}. After that you have Free. Nothing is deleted. /plan`,
  );
  fake.portal.resume(subscription.id);
  await told('luna', 'Pro goes on: it no longer ends.');

  // A dispute that is lost.
  fake.customers.dispute(customerOf(luna));
  await told(
    'luna',
    [
      'A payment is disputed. Until that is settled your plan is Free, and the subscription is not renewed.',
      ...less,
    ].join('\n'),
  );
  fake.customers.closeDispute(customerOf(luna), 'lost');
  await told('luna', 'Your subscription has ended. Nothing was deleted.');

  // A customer who is deleted at Stripe.
  subscription = again();
  await told('luna', 'Your plan is Pro now. /plan');
  fake.customers.delete(customerOf(luna));
  await told('luna', ended);

  // A warning that comes to nothing. A look at Stripe finds it too old; the event of a new card brings one.
  fake.customers.warnOfFraud(customerOf(mars));
  await told(
    'mars',
    [
      'The bank that issued the card warned that a payment may be fraud. Until that is cleared up, for two weeks at most, your plan is Free. The subscription is not renewed by itself.',
      ...less,
    ].join('\n'),
  );
  await stage.later(13 * dayMs);
  fake.portal.newCard(customerOf(mars));
  await told('mars');
  await stage.later(dayMs + hourMs);
  fake.portal.newCard(customerOf(mars));
  const marsEnd = dayText((subscriptionOf(mars).items.data[0]?.current_period_end ?? 0) * 1000);
  await told(
    'mars',
    [
      'The warning about a payment no longer stops anything. Your plan is Pro again.',
      `Pro ends on ${marsEnd}. After that you have Free. Nothing is deleted. /plan`,
    ].join('\n\n'),
  );
  await stage.restart();
  await told('luna');
  await told('mars');
});
