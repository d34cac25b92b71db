// A form with data-auto is sent as soon as a choice changes; its button stays for those without script.

export function choosers(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-auto]")) {
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement) form.requestSubmit();
    });
  }
}
