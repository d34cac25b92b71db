// Services are chosen by a few letters and Enter, or by the number beside the most used; the boxes stay what is sent.
// Enter on an empty line sends the form.

/** Lower case, without accents: as the words of the boxes are kept. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(" ");
}

/** Whether every typed word begins one of the words. */
export function fits(typed: string, words: string): boolean {
  const all = words.split(" ");
  return folded(typed)
    .split(" ")
    .every((part) => all.some((word) => word.startsWith(part)));
}

function choose(frame: HTMLElement, at: number): void {
  const boxes = [...frame.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const rest = frame.querySelector<HTMLDetailsElement>("details");
  const text = (box: HTMLInputElement) => box.labels?.[0]?.lastChild?.textContent?.trim() ?? "";
  const said = (name: string) => frame.dataset[name] ?? "";

  const field = document.createElement("input");
  field.type = "text";
  field.id = `scegli-${at}`;
  field.className = "form-control";
  field.autocomplete = "off";
  const label = document.createElement("label");
  label.htmlFor = field.id;
  label.textContent = said("label");
  const hint = document.createElement("span");
  hint.className = "l-field-hint";
  hint.id = `${field.id}-hint`;
  hint.textContent = said("hint");
  field.setAttribute("aria-describedby", hint.id);
  const state = document.createElement("p");
  state.className = "l-chosen";
  state.setAttribute("role", "status");
  frame.querySelector("legend")?.after(label, hint, field, state);

  const matching = () => boxes.filter((box) => fits(field.value, box.dataset.words ?? ""));
  const tell = () => {
    const first = field.value.trim() ? matching()[0] : undefined;
    const chosen = boxes.filter((box) => box.checked).map(text).join(", ");
    state.textContent = !field.value.trim() ? chosen : first ? `${said("found")} ${text(first)}` : said("none");
  };
  const show = () => {
    const typing = field.value.trim() !== "";
    const found = new Set(matching());
    for (const box of boxes) {
      const line = box.closest("li");
      if (line) line.hidden = typing && !found.has(box);
    }
    if (rest) rest.open = typing || boxes.some((box) => box.checked && rest.contains(box));
    tell();
  };
  const clear = () => {
    field.value = "";
    show();
  };
  const turn = (box: HTMLInputElement | undefined) => {
    if (box) box.checked = !box.checked;
    clear();
  };

  field.addEventListener("input", () => {
    const numbered = /^[1-9]$/.test(field.value) && boxes.find((box) => box.dataset.number === field.value);
    if (numbered) turn(numbered);
    else show();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const typing = field.value.trim() !== "";
    if (event.key === "Enter" && typing) {
      event.preventDefault();
      const [first] = matching();
      if (first) turn(first);
    } else if (event.key === "Escape" && typing) {
      event.preventDefault();
      clear();
    }
  });
  frame.addEventListener("change", tell);
  tell();
  // What is wrong is read first; else the first thing to be done has the focus.
  if (!document.querySelector("main [aria-invalid], main [role=alert]")) field.focus();
}

export function serviceChoosers(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>("[data-choose]").forEach(choose);
}
