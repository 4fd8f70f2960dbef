import { type ExitCode, exitCodes } from '../refusals.ts';

/** How bad it is: `error` something does not work, `warning` it may soon not, `note` worth knowing, `ok` as it should be. */
export type Severity = 'ok' | 'note' | 'warning' | 'error';

/** One thing that `doctor` found. */
export interface Finding {
  readonly severity: Severity;
  /** Stable, dotted: what was looked at and what is with it. */
  readonly code: string;
  /** The tenant's slug; null when it concerns the whole installation. */
  readonly tenant: string | null;
  /** What it means. */
  readonly message: string;
  /** What to do, a command where there is one; null when there is nothing to do. */
  readonly advice: string | null;
}

/** Makes findings about one tenant, or about the installation (null). */
export function findingsAbout(tenant: string | null) {
  const make =
    (severity: Severity) =>
    (code: string, message: string, advice: string | null = null): Finding => ({
      severity,
      code,
      tenant,
      message,
      advice,
    });
  return { ok: make('ok'), note: make('note'), warning: make('warning'), error: make('error') };
}

/** Worst first, the installation before its tenants. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, note: 2, ok: 3 } as const;
  return findings.toSorted(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      (a.tenant ?? '').localeCompare(b.tenant ?? '') ||
      a.code.localeCompare(b.code),
  );
}

/**
 * 0 when no finding is an error; 78 when the master key is at fault; 1 when the installation has an error; 3 when only
 * tenants do.
 */
export function doctorExitCode(findings: readonly Finding[]): ExitCode {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitCodes.done;
  const own = errors.filter(({ tenant }) => tenant === null);
  if (own.some(({ code }) => code.startsWith('keys.'))) return exitCodes.configuration;
  return own.length > 0 ? exitCodes.failed : exitCodes.someTenantsFailed;
}
