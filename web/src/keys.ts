// Keys of one letter, where nobody is writing: `/` goes to the search field, `?` to the list of keys,
// and every element with data-key is pressed by its letter.

function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

export function keys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writing(event.target)) return;
    const search = document.querySelector<HTMLElement>("[data-search]");
    const pressed = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
      (element) => element.dataset.key === event.key,
    );
    if (event.key === "/" && search) search.focus();
    else if (pressed) pressed.click();
    else return;
    event.preventDefault();
  });
}
