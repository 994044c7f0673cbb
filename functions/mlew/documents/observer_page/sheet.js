// The sheet on a phone: records stay on this device until somebody takes the file. No network.
(() => {
  "use strict";
  const main = document.querySelector("main");
  const form = document.getElementById("sheet");
  const words = main.dataset;
  const columns = [...form.querySelectorAll("[data-column]")].map((place) => place.dataset.column);
  let records = [];
  let changing = -1;

  // Private windows and files opened from a mail may refuse to keep anything: then the page itself is the memory.
  const keep = (key, value) => {
    try {
      localStorage.setItem(`${words.store}-${key}`, JSON.stringify(value));
    } catch {
      return;
    }
  };
  const kept = (key) => {
    try {
      return JSON.parse(localStorage.getItem(`${words.store}-${key}`) ?? "null");
    } catch {
      return null;
    }
  };

  const filled = () => {
    const data = new FormData(form);
    return columns.map((_, place) => String(data.get(`f${place}`) ?? "").trim());
  };
  const fill = (values) => {
    form.reset();
    values.forEach((value, place) => {
      const named = form.elements.namedItem(`f${place}`);
      if (named) named.value = value;
    });
  };

  const cell = (text) => {
    const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, "");
    // What a spreadsheet would take for a formula stays text.
    const shown = /^[ \u3000\u00a0]*[=+\-@\t＝＋－＠]/.test(clean) ? `'${clean}` : clean;
    return /[",;\t\r\n]/.test(shown) ? `"${shown.replace(/"/g, '""')}"` : shown;
  };
  const file = () => {
    const lines = [columns, ...records].map((row) => row.map(cell).join(","));
    return new File([`\ufeff${lines.join("\r\n")}\r\n`], words.file, { type: "text/csv" });
  };

  const button = (text, name, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.setAttribute("aria-label", `${text}: ${name}`);
    made.addEventListener("click", act);
    return made;
  };
  const show = () => {
    document.getElementById("kept").replaceChildren(
      ...records.map((record, place) => {
        const line = document.createElement("li");
        const name = document.createElement("span");
        name.textContent = record[0];
        const change = button(words.change, record[0], () => {
          changing = place;
          fill(record);
          form.querySelector("input").focus();
        });
        const remove = button(words.remove, record[0], () => {
          if (!confirm(words.sure)) return;
          records.splice(place, 1);
          changing = -1;
          keep("records", records);
          show();
        });
        line.append(name, change, remove);
        return line;
      }),
    );
    document.getElementById("none").hidden = records.length > 0;
    document.getElementById("download").hidden = records.length === 0;
    document.getElementById("share").hidden = records.length === 0 || !navigator.canShare?.({ files: [file()] });
  };

  form.addEventListener("input", () => keep("draft", filled()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const record = filled();
    if (changing < 0) records.push(record);
    else records[changing] = record;
    changing = -1;
    keep("records", records);
    form.reset();
    keep("draft", null);
    show();
    document.getElementById("state").textContent = `${words.saved}: ${record[0]}`;
    window.scrollTo({ top: 0 });
  });
  document.getElementById("download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file());
    link.download = words.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  document.getElementById("share").addEventListener("click", () => {
    navigator.share({ files: [file()] }).catch(() => undefined);
  });

  const rows = kept("records");
  if (Array.isArray(rows)) records = rows.filter((row) => Array.isArray(row) && row.length === columns.length);
  const draft = kept("draft");
  if (Array.isArray(draft) && draft.length === columns.length) fill(draft);
  show();
})();
