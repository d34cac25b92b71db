// Everything works without this script: it only shortens the way.
import "htmx.org";
import { dropZones } from "./drop";
import { hints } from "./hints";
import { keys } from "./keys";
import { choosers } from "./choosers";
import { passkeys } from "./passkeys";
import { quickForms } from "./quick";
import { serviceChoosers } from "./services";

function enhance(root: ParentNode): void {
  dropZones(root);
  hints(root);
  choosers(root);
  passkeys(root);
  serviceChoosers(root);
  quickForms(root);
}

keys();
enhance(document);
document.addEventListener("htmx:load", (event) => {
  if (event.target instanceof HTMLElement && event.target !== document.body) enhance(event.target);
});
