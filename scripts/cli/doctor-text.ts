import { counted } from '#src/operator/counted.ts';
import type { Finding } from '#src/operator/doctor/finding.ts';
import type { DoctorReport } from '#src/operator/doctor/run-doctor.ts';
import { plain } from './tenant-text.ts';

const labels = { error: 'ERROR', warning: 'WARNING', note: 'Note', ok: 'ok' } as const;

/** The findings, worst first: what it is, and below it what to do. The last line counts them. */
export function doctorText({ findings, checked, server }: DoctorReport): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const scope = [
    counted(checked.tenants, 'tenant'),
    checked.deep ? 'every page' : null,
    checked.network ? 'Telegram asked' : 'offline',
    server.runs ? 'a server runs' : 'no server runs',
  ].filter((part) => part !== null);
  const sum =
    count('error') + count('warning') + count('note') === 0
      ? 'All is well.'
      : `${(['error', 'warning', 'note'] as const)
          .map((severity) => counted(count(severity), severity))
          .join(', ')}.`;
  return [...findings.map(findingText), `${sum} (${scope.join(', ')})`].join('\n');
}

function findingText({ severity, tenant, code, message, advice }: Finding): string {
  const about = tenant === null ? '' : ` ${tenant}:`;
  const first = plain(`${labels[severity]}${about} ${message} [${code}]`);
  return advice === null ? first : `${first}\n  -> ${plain(advice)}`;
}
