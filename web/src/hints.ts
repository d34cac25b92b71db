// That a table or a chart goes on sideways is said only where it does.

export function hints(root: ParentNode): void {
  for (const hint of root.querySelectorAll<HTMLElement>(".l-hint")) {
    const frame = hint.nextElementSibling;
    if (!frame) continue;
    const sizes = new ResizeObserver(() => {
      hint.hidden = frame.scrollWidth <= frame.clientWidth;
    });
    // What is in it grows by itself when the fonts come.
    for (const part of [frame, ...frame.children]) sizes.observe(part);
  }
}
