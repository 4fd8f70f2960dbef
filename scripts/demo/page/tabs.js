/** @typedef {'creator' | 'fan'} Role */

/** Below this the two phones do not fit side by side; the same number stands in layout.css. */
const narrow = matchMedia('(max-width: 799px)');

/**
 * On a narrow window the phones are two tabs.
 *
 * @param {(visible: Record<Role, boolean>) => void} onChange told at once and at each change
 * @returns {{ setDot(role: Role, on: boolean): void }}
 */
export function setUpTabs(onChange) {
  const phones = need('.phones');
  const tabs = { creator: need('#tab-creator'), fan: need('#tab-fan') };
  /** @type {Role} */
  let active = 'creator';

  function show() {
    phones.dataset['active'] = active;
    for (const role of /** @type {const} */ (['creator', 'fan'])) {
      tabs[role].setAttribute('aria-selected', String(role === active));
      tabs[role].tabIndex = role === active ? 0 : -1;
    }
    onChange({
      creator: !narrow.matches || active === 'creator',
      fan: !narrow.matches || active === 'fan',
    });
  }

  for (const role of /** @type {const} */ (['creator', 'fan'])) {
    tabs[role].addEventListener('click', () => {
      active = role;
      show();
    });
    tabs[role].addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      active = role === 'creator' ? 'fan' : 'creator';
      show();
      tabs[active].focus();
    });
  }
  narrow.addEventListener('change', show);
  show();

  return {
    setDot(role, on) {
      const dot = tabs[role].querySelector('.dot');
      dot?.toggleAttribute('hidden', !on);
      tabs[role].setAttribute(
        'aria-label',
        `${role === 'creator' ? 'Creator' : 'Fan'}${on ? ', new messages' : ''}`,
      );
    },
  };
}

/**
 * An element that index.html holds.
 *
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function need(selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no ${selector}`);
  return element;
}
