import { createHash } from 'node:crypto';

/** The one style sheet, inside each page, so that nothing else is loaded. Colours keep WCAG AA in light and dark. */
export const style = `
:root{color-scheme:light dark;--page:#eceef5;--glow:#dcdcfa;--card:#fff;--soft:#f2f3f8;--line:#dfe2ec;--edge:#868da6;--text:#14161f;
--muted:#5a6176;--accent:#4f4dc8;--fill:#5654d0;--on-fill:#fff;--tint:#eeedfc;--bad:#b3202f;--bad-soft:#fdecee;--warn:#8a5300;--near:#c97a00;
--warn-soft:#fdf3e0;--good:#17703a;--good-soft:#e6f6ec;--ring:#3b39b8;--shadow:#1c1f4a1f}
@media (prefers-color-scheme:dark){:root{--page:#0a0c12;--glow:#1a1838;--card:#171a24;--soft:#222633;--line:#2a2e3c;--edge:#767d96;
--text:#eef0f7;--muted:#a2a8bc;--accent:#a5a2ff;--fill:#615edb;--on-fill:#fff;--tint:#24233f;--bad:#ff8b95;--bad-soft:#3a1b22;
--warn:#ffc46b;--near:#ffc46b;--warn-soft:#362812;--good:#7fdb9c;--good-soft:#15301f;--ring:#bdbaff;--shadow:#0000}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;background:radial-gradient(60rem 30rem at 50% -10rem,var(--glow),transparent) no-repeat,var(--page);
color:var(--text);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;
overflow-wrap:break-word}
main,header,footer{max-width:34rem;margin-inline:auto;padding-inline:max(1rem,env(safe-area-inset-left)) max(1rem,env(safe-area-inset-right))}
header{display:flex;align-items:center;gap:.7rem;padding-block:1rem .4rem}
header svg{flex:none;width:2rem;height:2rem}
header p{margin:0;min-width:0;font-weight:650;flex:1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
h1,h2,h3,p,ul{margin:0;padding:0}
h1{font-size:1.7rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.05rem;margin-block-end:.75rem}
h3{font-size:1.05rem}
section,.note{background:var(--card);border:1px solid var(--line);border-radius:18px;padding:1.1rem;margin-block:.8rem;box-shadow:0 6px 22px -12px var(--shadow)}
.small{font-size:.875rem;color:var(--muted)}
.label{font-size:.8125rem;font-weight:600;color:var(--muted)}
.stack{display:grid;gap:.75rem}
.stack h2{margin:0}
.plan{background:linear-gradient(140deg,var(--tint),var(--card) 65%)}
.plan h1{display:flex;align-items:center;gap:.6rem;flex-wrap:wrap}
.badge{display:inline-block;font-size:.78rem;line-height:1;font-weight:650;letter-spacing:0;padding:.4em .7em;border-radius:99px;background:var(--good-soft);color:var(--good)}
.badge.warn{background:var(--warn-soft);color:var(--warn)}
.badge.bad{background:var(--bad-soft);color:var(--bad)}
.note{display:flex;gap:.7rem;box-shadow:none}
.note::before{content:"i";flex:none;width:1.5rem;height:1.5rem;border-radius:50%;display:grid;place-items:center;font-weight:700;background:var(--tint);color:var(--accent)}
.note.bad{background:var(--bad-soft);border-color:transparent}
.note.bad::before{content:"!";background:var(--bad);color:var(--bad-soft)}
.note.good{background:var(--good-soft);border-color:transparent}
.note.good::before{content:"✓";background:var(--good);color:var(--good-soft)}
.use{display:grid;grid-template-columns:1fr auto;gap:.3rem .8rem;align-items:baseline}
.use~p.small{margin-block-start:.35rem}
.use+.use,.use+p.small,p+.use{margin-block-start:.95rem}
.use span:nth-child(2){font-variant-numeric:tabular-nums;color:var(--muted);font-size:.9375rem}
progress{grid-column:1/-1;appearance:none;-webkit-appearance:none;display:block;width:100%;height:.55rem;border:0;border-radius:99px;overflow:hidden;background:var(--soft);color:var(--fill)}
progress::-webkit-progress-bar{background:var(--soft)}
progress::-webkit-progress-value{background:var(--fill);border-radius:99px}
progress::-moz-progress-bar{background:var(--fill);border-radius:99px}
progress.near::-webkit-progress-value{background:var(--near)}
progress.near::-moz-progress-bar{background:var(--near)}
.choice{border:1px solid var(--line);border-radius:14px;padding:.95rem}
.choice+.choice{margin-block-start:.8rem}
.choice.own{border-color:var(--accent)}
.choice h3{display:flex;justify-content:space-between;gap:.6rem;align-items:center}
.choice ul,.less,.has{list-style:none;margin-block:.55rem .85rem}
.has{text-align:start;width:fit-content;margin-inline:auto}
.choice li,.has li{padding-inline-start:1.5rem;position:relative;margin-block:.2rem;font-size:.9375rem}
.choice li::before,.has li::before{content:"✓";position:absolute;inset-inline-start:0;color:var(--good);font-weight:700}
.less li{padding-inline-start:1.2rem;position:relative;font-size:.9375rem;margin-block:.2rem}
.less li::before{content:"–";position:absolute;inset-inline-start:0;color:var(--muted)}
.choice .less li::before{content:"–";color:var(--muted);font-weight:400}
.choice .less li{padding-inline-start:1.2rem}
.stack .less{margin:0}
.over{color:var(--warn);font-weight:600;font-size:.9375rem}
p.badge{margin-block-end:.9rem;font-size:.875rem}
.choice+p{margin-block-start:.9rem}
.sums{margin:0;display:grid}
.sums div{display:flex;justify-content:space-between;gap:1rem;padding-block:.6rem;border-block-end:1px solid var(--line)}
.sums dt{color:var(--muted);min-width:0}
.sums dd{margin:0;white-space:nowrap;font-variant-numeric:tabular-nums}
.sums .due dt,.sums .due dd{color:var(--text);font-weight:700;font-size:1.05rem}
.pair{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr))}
form{margin:0;display:contents}
button,.button{font:inherit;font-weight:650;min-height:3rem;width:100%;padding:.55rem .9rem;border-radius:13px;border:1px solid transparent;background:var(--fill);
color:var(--on-fill);cursor:pointer;display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:center;line-height:1.25;text-decoration:none;
-webkit-tap-highlight-color:transparent}
button small,.button small{font-size:.78rem;font-weight:550}
button.quiet,.button.quiet{background:transparent;border-color:var(--edge);color:var(--text)}
button.plain{background:transparent;color:var(--muted);font-weight:550}
button:hover,.button:hover{filter:brightness(1.07)}
button:active,.button:active{filter:brightness(.94)}
button[disabled]{background:var(--soft);color:var(--muted);cursor:default;filter:none}
:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
a{color:var(--accent)}
header a{font-size:.9375rem;font-weight:600;text-decoration:none;padding:.75rem .2rem;white-space:nowrap}
details{border-block-start:1px solid var(--line);margin-block-start:.9rem;padding-block-start:.2rem}
summary{min-height:2.75rem;display:flex;align-items:center;gap:.5rem;cursor:pointer;color:var(--muted);font-weight:600;list-style:none;border-radius:8px}
summary::-webkit-details-marker{display:none}
summary::after{content:"";width:.5rem;height:.5rem;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(45deg) translateY(-2px)}
details[open] summary::after{transform:rotate(225deg)}
footer{padding-block:.2rem 2rem;text-align:center}
footer p{margin-block-end:.4rem}
.middle{text-align:center;padding-block:2.2rem 1.6rem}
.middle .mark{font-size:2.6rem;line-height:1;margin-block-end:.9rem}
.middle h1{font-size:1.4rem}
.middle p{margin-block:.7rem}
.middle .button,.middle button{margin-block-start:.7rem}
@media (min-width:40rem){section{padding:1.4rem}.note{padding:1.1rem 1.4rem}header{padding-block-start:2rem}}
@media (prefers-reduced-motion:no-preference){button,.button{transition:filter .12s}}
`;

/** What a policy names it by (CSP, hash-source). */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
