/** What is known of another fan of the same creator. None of it may ever reach a prompt or a draft about this one. */
export const otherFan = {
  name: 'Zoraida Quintela',
  email: 'zora.canary@private.example',
  handle: '@zora_canary_77',
  phone: '+34 611 222 337',
  fact: 'canary: allergic to walnuts since the spring',
} as const;
