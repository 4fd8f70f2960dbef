import type { Metadata } from '../http/params.ts';

/** A card on file. */
export type PaymentMethod = ReturnType<typeof newPaymentMethod>;

/** One intention to take money. */
export type PaymentIntent = ReturnType<typeof newPaymentIntent>;

/** One try to take it. */
export type Charge = ReturnType<typeof newCharge>;

/** Money given back. */
export type Refund = ReturnType<typeof newRefund>;

/** Money that the cardholder's bank wants back. */
export type Dispute = ReturnType<typeof newDispute>;

const noDetails = { address: null, email: null, name: null, phone: null, tax_id: null };

/** A new card of this customer. */
export function newPaymentMethod(id: string, created: number, customer: string, last4: string) {
  return {
    id,
    object: 'payment_method' as const,
    allow_redisplay: 'always',
    billing_details: noDetails,
    card: {
      brand: 'visa',
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: 'pass',
      },
      country: 'DE',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: 2034,
      fingerprint: `fp${last4}`,
      funding: 'credit',
      generated_from: null,
      last4,
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created,
    customer: customer as string | null,
    customer_account: null,
    livemode: false,
    metadata: {} as Metadata,
    type: 'card' as const,
  };
}

/** A new payment intent; the amount is in cents. */
export function newPaymentIntent(
  id: string,
  created: number,
  given: { amount: number; currency: string; customer: string; description: string | null },
) {
  return {
    id,
    object: 'payment_intent' as const,
    allowed_payment_method_types: null,
    amount: given.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null as number | null,
    cancellation_reason: null as string | null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_fake`,
    confirmation_method: 'automatic',
    created,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    description: given.description,
    excluded_payment_method_types: null,
    last_payment_error: null as { type: string; code: string; message: string } | null,
    latest_charge: null as string | null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: {} as Metadata,
    next_action: null as { type: string } | null,
    on_behalf_of: null,
    payment_method: null as string | null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null as string | null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: null,
  };
}

/** A new charge, paid or refused. */
export function newCharge(
  id: string,
  created: number,
  given: { intent: PaymentIntent; paymentMethod: string; paid: boolean },
) {
  const { intent, paid } = given;
  return {
    id,
    object: 'charge' as const,
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: noDetails,
    calculated_statement_descriptor: 'FANLINE',
    captured: paid,
    created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: paid ? null : 'card_declined',
    failure_message: paid ? null : 'Your card was declined.',
    fraud_details: {},
    livemode: false,
    metadata: {} as Metadata,
    on_behalf_of: null,
    outcome: null,
    paid,
    payment_intent: intent.id,
    payment_method: given.paymentMethod,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
}

/** A new refund that has gone through. */
export function newRefund(
  id: string,
  created: number,
  given: { charge: Charge; amount: number; reason: string | null },
) {
  return {
    id,
    object: 'refund' as const,
    amount: given.amount,
    balance_transaction: null,
    charge: given.charge.id,
    created,
    currency: given.charge.currency,
    customer: given.charge.customer,
    customer_account: null,
    metadata: {} as Metadata,
    payment_intent: given.charge.payment_intent,
    payment_method: given.charge.payment_method,
    reason: given.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}

/** What a card's issuer thinks of a charge. */
export type FraudWarning = ReturnType<typeof newFraudWarning>;

/** A new early fraud warning. It calls for nothing any more once the money is given back. */
export function newFraudWarning(id: string, created: number, charge: Charge) {
  return {
    id,
    object: 'radar.early_fraud_warning' as const,
    actionable: true,
    charge: charge.id,
    created,
    fraud_type: 'made_with_stolen_card',
    livemode: false,
    payment_intent: charge.payment_intent,
  };
}

const noEvidence = Object.fromEntries(
  [
    'access_activity_log billing_address cancellation_policy cancellation_policy_disclosure cancellation_rebuttal',
    'customer_communication customer_email_address customer_name customer_purchase_ip customer_signature',
    'duplicate_charge_documentation duplicate_charge_explanation duplicate_charge_id product_description receipt',
    'refund_policy refund_policy_disclosure refund_refusal_explanation service_date service_documentation',
    'shipping_address shipping_carrier shipping_date shipping_documentation shipping_tracking_number',
    'uncategorized_file uncategorized_text',
  ]
    .flatMap((line) => line.split(' '))
    .map((name) => [name, null]),
);

/** A new dispute of a whole charge that waits for an answer. */
export function newDispute(id: string, created: number, charge: Charge) {
  return {
    id,
    object: 'dispute' as const,
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...noEvidence, enhanced_evidence: {} },
    evidence_details: {
      due_by: created + 7 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {} as Metadata,
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  };
}
