import { startClosing } from "./closing";
import type { Start } from "./dom";
import { startScreen } from "./screen";
import { start as calendar } from "./parts/calendar";
import { start as chart } from "./parts/chart";
import { start as chat } from "./parts/chat";
import { start as compare } from "./parts/compare";
import { start as editor } from "./parts/editor";
import { start as form } from "./parts/form";
import { start as listDetail } from "./parts/list_detail";
import { start as result } from "./parts/result";
import { start as table } from "./parts/table";
import { start as upload } from "./parts/upload";
import { start as wizard } from "./parts/wizard";

/** Kind of a screen's part → what brings it to life. */
const parts: Record<string, Start> = {
  form, wizard, chat, list_detail: listDetail, compare, table, editor, chart, upload,
  calendar, result,
};

const screen = document.querySelector<HTMLElement>("[data-screen]");
if (screen) startScreen(screen, parts);
const end = document.querySelector<HTMLElement>("[data-end]");
if (end) startClosing(end);
