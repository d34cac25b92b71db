// A file may be dropped on the frame around a file field; the field stays the one that is sent.

export function dropZones(root: ParentNode): void {
  for (const zone of root.querySelectorAll<HTMLElement>("[data-drop]")) {
    const input = zone.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) continue;
    const over = (on: boolean) => zone.classList.toggle("is-over", on);
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      over(true);
    });
    zone.addEventListener("dragleave", () => over(false));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (event.dataTransfer?.files.length) {
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }
}
