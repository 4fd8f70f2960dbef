import type { PlanName } from '#src/core/plans.ts';

/** A feature that plans differ in. */
export type PlanFeature =
  | 'segments'
  | 'insights-days'
  | 'own-key'
  | 'sequences'
  | 'keyword-answers'
  | 'assistants';

/** What is counted and has a limit for each period. */
export type Meter = 'drafts' | 'broadcast-deliveries';

/** How much of something there may be; 0: none. */
export type Allowance = number;

/** What one plan allows. */
export interface Plan {
  readonly features: Readonly<Record<PlanFeature, Allowance>>;
  readonly quotas: Readonly<Record<Meter, Allowance>>;
}

/** As much as one likes. */
export const unlimited: Allowance = Number.POSITIVE_INFINITY;

const yes = unlimited;
const no = 0;

/** What each plan allows: the one place where that is said. Prices live at Stripe. */
export const plans: Readonly<Record<PlanName, Plan>> = {
  free: {
    features: {
      segments: 3,
      'insights-days': 7,
      'own-key': no,
      sequences: no,
      'keyword-answers': no,
      assistants: 0,
    },
    quotas: { drafts: 30, 'broadcast-deliveries': 500 },
  },
  pro: {
    features: {
      segments: unlimited,
      'insights-days': 365,
      'own-key': yes,
      sequences: yes,
      'keyword-answers': yes,
      assistants: 1,
    },
    quotas: { drafts: 2_000, 'broadcast-deliveries': 50_000 },
  },
  studio: {
    features: {
      segments: unlimited,
      'insights-days': unlimited,
      'own-key': yes,
      sequences: yes,
      'keyword-answers': yes,
      assistants: 10,
    },
    quotas: { drafts: 10_000, 'broadcast-deliveries': 500_000 },
  },
};

/** Where nothing is billed. */
export const everything: Plan = {
  features: {
    segments: unlimited,
    'insights-days': unlimited,
    'own-key': yes,
    sequences: yes,
    'keyword-answers': yes,
    assistants: unlimited,
  },
  quotas: { drafts: unlimited, 'broadcast-deliveries': unlimited },
};

/** From the least to the most. */
export const planNames: readonly PlanName[] = ['free', 'pro', 'studio'];

/** How far up a plan stands; 0: free. */
export function rankOf(plan: PlanName): number {
  return planNames.indexOf(plan);
}

/** The lowest plan that allows so much of a feature; null: none does. */
export function lowestWith(feature: PlanFeature, amount: number): PlanName | null {
  return planNames.find((name) => plans[name].features[feature] >= amount) ?? null;
}

/** The lowest plan whose month has more of something than this; null: none has. */
export function lowestAbove(meter: Meter, amount: Allowance): PlanName | null {
  return planNames.find((name) => plans[name].quotas[meter] > amount) ?? null;
}

/** The plan that a price is for, by its lookup key (`pro_monthly`, `studio_yearly` …); null for any other price. */
export function planOfPrice(priceKey: string | null): PlanName | null {
  if (priceKey?.startsWith('pro_')) return 'pro';
  if (priceKey?.startsWith('studio_')) return 'studio';
  return null;
}
