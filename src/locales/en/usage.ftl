usage-plan-none = Your plan: nothing is billed here, everything is allowed.
usage-plan = Your plan: { $plan }
usage-plan-in-private = Why, and what else there is: /plan in our private chat.
usage-account = 💳 Account page
usage-drafts = AI drafts this month: { $used }
usage-drafts-of = AI drafts this month: { $used } of { $quota }
usage-drafts-of-since = AI drafts since { $since }: { $used } of { $quota }
usage-topup = AI drafts bought on top: { $left } left
usage-segments-of = Segments: { $used } of { $of }
usage-insights-of =
    { $days ->
        [365] /insights: up to a year
       *[other] /insights: up to { $days } days
    }
usage-cost-of = Cost of AI today (UTC): { $used } of { $cap }
usage-local-now = That is used up for now. Until then drafts come from your own past answers.
usage-near-drafts = You have used { $used } of the { $quota } AI drafts of this month. After that, drafts come from your own past answers. /plan
usage-near-topup = You have used the { $quota } AI drafts of this month. { $left } of those bought on top are left. After that, drafts come from your own past answers. /plan
usage-near-cost = AI has cost { $used } of the { $cap } it may cost today. After that, drafts come from your own past answers until midnight UTC. /plan
