/** @typedef {{ text: string, alert: boolean }} Toast */

/**
 * The toasts that came since the last look. The screen keeps each for a few seconds, oldest first, and gives them no
 * ids: so what was there before and is still there is the longest end of the old list that begins the new one.
 *
 * @param {readonly Toast[]} before
 * @param {readonly Toast[]} now
 * @returns {readonly Toast[]}
 */
export function newToasts(before, now) {
  for (let kept = Math.min(before.length, now.length); kept > 0; kept -= 1) {
    const end = before.slice(before.length - kept);
    const same = end.every(
      (toast, i) => toast.text === now[i]?.text && toast.alert === now[i].alert,
    );
    if (same) return now.slice(kept);
  }
  return now;
}
