// Reads a tagged PDF as browsers do, by its structure: writes the text of each paragraph, heading,
// list item and cell on a line of its own, in reading order, with its role before it and a tab
// between. Fails where the document has no title or language, a heading skips a level, a picture
// has no words of its own, or a text on a page belongs to nothing.
//
// usage: node read.mjs FILE OUTPUT
import { readFile, writeFile } from "node:fs/promises";
import pdfjs from "pdfjs-dist/legacy/build/pdf.js";

const linedRoles = new Set(["Title", "P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "TH", "TD", "TOCI", "Caption"]);

class Reader {
  lines = [];
  faults = [];
  #heading = 0;

  async readPage(page) {
    const texts = await this.#textsByMark(page);
    const tree = await page.getStructTree();
    if (!tree) {
      this.faults.push(`page ${page.pageNumber} has no structure`);
      return;
    }
    this.#readNode(tree, texts);
    for (const [mark, text] of texts) {
      if (text.trim() !== "") this.faults.push(`page ${page.pageNumber}: in no structure (${mark}): ${text}`);
    }
  }

  // The text of each marked content of the page; what decorates it, as a page's number, is left out.
  async #textsByMark(page) {
    const content = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map();
    const open = [];
    for (const item of content.items) {
      if (item.type === "beginMarkedContentProps" || item.type === "beginMarkedContent") {
        open.push(item.tag === "Artifact" ? "artifact" : item.id ?? open.at(-1) ?? "unmarked");
      } else if (item.type === "endMarkedContent") {
        open.pop();
      } else if (open.at(-1) !== "artifact") {
        const mark = open.at(-1) ?? "unmarked";
        texts.set(mark, (texts.get(mark) ?? "") + item.str + (item.hasEOL ? " " : ""));
      }
    }
    return texts;
  }

  // The text below a node, in reading order; takes it out of `texts`.
  #textOf(node, texts) {
    if (node.type === "content") {
      const text = texts.get(node.id) ?? "";
      texts.delete(node.id);
      return text;
    }
    return (node.children ?? []).map((child) => this.#textOf(child, texts)).join(" ");
  }

  #readNode(node, texts) {
    if (node.role === "Figure") {
      if (!node.alt) this.faults.push("a picture without words of its own");
      this.lines.push(`Figure\t${node.alt ?? ""}`);
      this.#textOf(node, texts);
      return;
    }
    this.#checkHeading(node.role);
    const holdsBlocks = (node.children ?? []).some((child) => child.role && linedRoles.has(child.role));
    if (linedRoles.has(node.role) && !holdsBlocks) {
      const text = this.#textOf(node, texts).replace(/\s+/gu, " ").trim();
      this.lines.push(`${node.role}\t${text}`);
      return;
    }
    for (const child of node.children ?? []) this.#readNode(child, texts);
  }

  #checkHeading(role) {
    const level = Number(/^H([1-6])$/u.exec(role ?? "")?.[1] ?? 0);
    if (level === 0) return;
    if (level > this.#heading + 1) this.faults.push(`a heading of level ${level} after one of ${this.#heading}`);
    this.#heading = level;
  }
}

const pdf = await pdfjs.getDocument({
  data: new Uint8Array(await readFile(process.argv[2])),
  useSystemFonts: true,
  verbosity: pdfjs.VerbosityLevel.ERRORS,
}).promise;
const { info, metadata } = await pdf.getMetadata();
const reader = new Reader();
if (!metadata?.get("dc:title")) reader.faults.push("no title");
if (!info.Language) reader.faults.push("no language");
for (let number = 1; number <= pdf.numPages; ++number) await reader.readPage(await pdf.getPage(number));
await writeFile(process.argv[3], reader.lines.map((line) => `${line}\n`).join(""));
for (const fault of reader.faults) console.error(fault);
process.exitCode = reader.faults.length === 0 ? 0 : 1;
