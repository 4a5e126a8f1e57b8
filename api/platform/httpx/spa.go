package httpx

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/problem"
)

// ServeSPA answers what is not the API with the built frontend: its files as
// they are (compressed beforehand, when a .gz stands beside), and index.html
// for every page, since the SPA does its own routing.
func ServeSPA(e *echo.Echo, files fs.FS) {
	h := func(c echo.Context) error {
		name := strings.TrimPrefix(path.Clean("/"+c.Request().URL.Path), "/")
		if strings.HasPrefix(name+"/", "api/") {
			return problem.NotFound("resource")
		}
		if name == "" || !isFile(files, name) {
			if isFile(files, path.Join(name, "index.html")) {
				name = path.Join(name, "index.html")
			} else if path.Ext(name) != "" && strings.HasPrefix(name, "assets/") {
				return problem.NotFound("file")
			} else if folder := tracelessFolder(name); folder != "" && isFile(files, folder+"/index.html") {
				name = folder + "/index.html" // an old address leads to that document, not to the application
			} else {
				name = "index.html"
			}
		}
		return serveFile(c, files, name)
	}
	e.GET("/*", h)
	e.HEAD("/*", h)
}

// traceless are the folders of which a device keeps nothing: help, and the page
// where an employee answers a survey. Each is a document of its own.
var traceless = []string{"stod", "svara"}

// tracelessFolder is the one that a name lies in, or "".
func tracelessFolder(name string) string {
	top, _, _ := strings.Cut(name, "/")
	if !slices.Contains(traceless, top) {
		return ""
	}
	return top
}

func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return name != "" && err == nil && !info.IsDir()
}

func serveFile(c echo.Context, files fs.FS, name string) error {
	h := c.Response().Header()
	h.Set("Vary", "Accept-Encoding")
	switch {
	case strings.HasPrefix(name, "assets/"):
		h.Set("Cache-Control", "public, max-age=31536000, immutable") // the name holds a hash of the content
	case tracelessFolder(name) != "":
		h.Set("Cache-Control", "no-store")
	default:
		h.Set("Cache-Control", "no-cache")
	}
	send := name
	if acceptsGzip(c.Request()) && isFile(files, name+".gz") {
		h.Set("Content-Encoding", "gzip")
		send = name + ".gz"
	}
	h.Set(echo.HeaderContentType, contentType(name))
	f, err := http.FS(files).Open(send)
	if errors.Is(err, fs.ErrNotExist) {
		return problem.NotFound("page") // the frontend is being built anew
	}
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	http.ServeContent(c.Response(), c.Request(), "", info.ModTime(), f)
	return nil
}

// contentType does not ask the machine's tables, which differ.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".json", ".map":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".woff2":
		return "font/woff2"
	case ".png":
		return "image/png"
	case ".ico":
		return "image/x-icon"
	case ".txt":
		return "text/plain; charset=utf-8"
	default:
		return "application/octet-stream"
	}
}
