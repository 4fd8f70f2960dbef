usage-plan-none = Your plan: there are no plans yet, everything is allowed.
usage-drafts = AI drafts this month: { $used }
usage-drafts-of = AI drafts this month: { $used } of { $quota }
usage-cost-of = Cost of AI today (UTC): { $used } of { $cap }
usage-local-now = That is used up for now. Until then drafts come from your own past answers.
usage-near-drafts = You have used { $used } of the { $quota } AI drafts of this month. After that, drafts come from your own past answers. /plan
usage-near-cost = AI has cost { $used } of the { $cap } it may cost today. After that, drafts come from your own past answers until midnight UTC. /plan
