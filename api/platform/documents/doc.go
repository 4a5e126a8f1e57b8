// Package documents writes papers that people keep: minutes, compilations, follow-ups.
//
// One model, Document, says what a paper holds: a title, a language, and blocks in
// order. Three ways to write it share it, so that they never differ in what they say:
//
//	HTML   a page to read and print: one h1, headings in order, tables with scope
//	DOCX   a document to go on with: heading styles, header rows that repeat, language
//	PDF    what Chromium prints of the HTML page: tagged, with title and language
//
// Markdown turns what people have written into blocks under a heading of ours, so that
// its headings never skip a level and its tables have headers.
//
// Chromium is a program of its own and may be absent; Printer.Ready tells. It gets one
// file in a folder of its own, no network, and a time limit.
package documents
