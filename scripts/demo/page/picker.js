/** @typedef {{ value: string, label: string }} Choice */

/**
 * Brings a list to choose from up to date without losing what is chosen and without closing it while it is open.
 *
 * @param {HTMLSelectElement} select
 * @param {readonly Choice[]} choices
 */
export function setChoices(select, choices) {
  const signature = JSON.stringify(choices);
  if (select.dataset['choices'] === signature) return;
  select.dataset['choices'] = signature;
  const chosen = select.value;
  choices.forEach((choice, index) => {
    const option = select.options[index] ?? select.appendChild(document.createElement('option'));
    option.value = choice.value;
    option.textContent = choice.label;
  });
  while (select.options.length > choices.length) select.remove(choices.length);
  if (choices.some((choice) => choice.value === chosen)) select.value = chosen;
}
