// In a form with data-quick, Ctrl and Enter save from any field, also where Enter begins a new line.

export function quickForms(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-quick]")) {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
    });
  }
}
