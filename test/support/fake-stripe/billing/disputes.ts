import {
  type Charge,
  type Dispute,
  type FraudWarning,
  newDispute,
  newFraudWarning,
} from '../objects/payment.ts';
import type { World } from '../world.ts';

/** The cardholder's bank takes the money of a charge back for now. */
export function openDispute(world: World, charge: Charge): Dispute {
  const dispute = newDispute(world.ids.next('du_', 24), world.seconds, charge);
  world.book.disputes.set(dispute.id, dispute);
  charge.disputed = true;
  endWarnings(world, charge);
  world.emit('charge.dispute.created', dispute);
  world.emit('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** The bank has decided. The charge stays marked as disputed. */
export function closeDispute(world: World, dispute: Dispute, how: 'won' | 'lost'): void {
  if (dispute.status === 'won' || dispute.status === 'lost') return;
  dispute.status = how;
  world.emit('charge.dispute.closed', dispute);
  if (how === 'won') world.emit('charge.dispute.funds_reinstated', dispute);
}

/** The card's issuer thinks that a charge was made by a thief. */
export function warnOfFraud(world: World, charge: Charge): FraudWarning {
  const warning = newFraudWarning(world.ids.next('issfr_', 24), world.seconds, charge);
  world.book.fraudWarnings.set(warning.id, warning);
  world.emit('radar.early_fraud_warning.created', warning);
  return warning;
}

/** Nothing is left to be done about a charge: the money is gone already. */
export function endWarnings(world: World, charge: Charge): void {
  for (const warning of world.book.fraudWarnings.values()) {
    if (warning.charge !== charge.id) continue;
    world.change('radar.early_fraud_warning.updated', warning, () => {
      warning.actionable = false;
    });
  }
}
