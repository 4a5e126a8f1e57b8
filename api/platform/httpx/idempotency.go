package httpx

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
	"gorm.io/gorm"

	"envagin/api/platform/problem"
)

// idempotencyRow is a POST that succeeded: its answer is given again when the
// same request comes back with the same key.
type idempotencyRow struct {
	UserID     string
	Key        string
	MethodPath string
	BodyHash   string
	Status     int
	Headers    string
	Body       string
	CreatedAt  time.Time
}

func (idempotencyRow) TableName() string { return "idempotency_keys" }

// replayed are the headers that belong to the answer.
var replayed = []string{"Location", "ETag", "Content-Type", "Cache-Control", "Vary"}

// idempotent makes a POST with an Idempotency-Key happen once. The key's row
// and the write share one transaction, so either both are there or neither: a
// failed request frees its key by rolling back. A body is at most so many bytes.
func (a *API) idempotent(most int64, next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		key := c.Request().Header.Get("Idempotency-Key")
		if key == "" {
			return next(c)
		}
		hash, err := hashBody(c, key, most)
		if len(key) < 8 || len(key) > 200 {
			err = errors.Join(err, problem.BadRequest("invalidIdempotencyKey", "Idempotency-Key is 8–200 characters, such as a UUID."))
		}
		if err != nil {
			// Body tells it, in its turn: after 404, 403 and 415.
			c.Set(keyProblemKey, problem.As(err))
			return next(c)
		}
		want := idempotencyRow{UserID: User(c).ID, Key: hashKey(key), BodyHash: hash,
			MethodPath: c.Request().Method + " " + c.Request().URL.Path, CreatedAt: a.clock.Now()}
		// Two at once: on PostgreSQL the second waits for the first and then
		// finds the key taken; the next round reads the answer.
		for range 3 {
			var done *idempotencyRow
			done, err = a.once(c, want, next)
			if err == nil && done != nil {
				return replay(c, want, *done)
			}
			if !errors.Is(err, errKeyTaken) {
				return err
			}
		}
		return problem.Conflict("keyInUse", "A request with this Idempotency-Key is being carried out; ask again.")
	}
}

const keyProblemKey = "idempotency key problem"

const shownOnceKey = "shown once"

// ShownOnce says that the answer holds a secret that must not be kept, such as a
// new key: the same request with the same Idempotency-Key still happens once,
// but who sends it again is told that it was done and not what was answered.
func ShownOnce(c echo.Context) { c.Set(shownOnceKey, true) }

// keyProblem is what was wrong with the Idempotency-Key's request, or nil.
// Every POST of API.POST reads a Body, and one of POSTFile a File, which refuse it.
func keyProblem(c echo.Context) error {
	if p, ok := c.Get(keyProblemKey).(*problem.Problem); ok && p != nil {
		return p
	}
	return nil
}

var errKeyTaken = errors.New("httpx: idempotency key taken")

// once runs next inside the key's transaction and sends its answer after the
// commit, or gives the row of the request that was first.
func (a *API) once(c echo.Context, want idempotencyRow, next echo.HandlerFunc) (*idempotencyRow, error) {
	req, res := c.Request(), c.Response()
	writer := res.Writer
	var rec *recorder
	var done *idempotencyRow
	body, _ := io.ReadAll(req.Body) // in memory already, see hashBody
	err := a.db.Tx(req.Context(), func(tx *gorm.DB) error {
		rec, done = &recorder{header: writer.Header().Clone()}, nil // anew for each try of the transaction
		want := want
		var rows []idempotencyRow
		if err := tx.Where("user_id = ? AND key = ?", want.UserID, want.Key).Limit(1).Find(&rows).Error; err != nil {
			return err
		}
		if len(rows) > 0 {
			done = &rows[0]
			return nil
		}
		if err := tx.Create(&want).Error; errors.Is(err, gorm.ErrDuplicatedKey) {
			return errKeyTaken
		} else if err != nil {
			return err
		}
		inner := req.WithContext(tx.Statement.Context)
		inner.Header = req.Header.Clone()
		inner.Header.Del("Accept-Encoding") // what is kept for a replay is text
		inner.Body = io.NopCloser(bytes.NewReader(body))
		c.SetRequest(inner)
		c.SetResponse(echo.NewResponse(rec, c.Echo()))
		if err := next(c); err != nil {
			return err
		}
		headers, err := json.Marshal(kept(rec.header))
		if err != nil {
			return fmt.Errorf("httpx: %w", err)
		}
		text := rec.body.String()
		if c.Get(shownOnceKey) != nil {
			text = ""
		}
		return tx.Model(&idempotencyRow{}).Where("user_id = ? AND key = ?", want.UserID, want.Key).
			Updates(map[string]any{"status": rec.status, "headers": string(headers), "body": text}).Error
	})
	req.Body = io.NopCloser(bytes.NewReader(body))
	c.SetRequest(req)
	c.SetResponse(res)
	if err != nil || done != nil {
		return done, err
	}
	for name, values := range rec.header {
		writer.Header()[name] = values
	}
	res.WriteHeader(rec.status)
	_, err = res.Write(rec.body.Bytes())
	return nil, err
}

func replay(c echo.Context, want, done idempotencyRow) error {
	if done.BodyHash != want.BodyHash || done.MethodPath != want.MethodPath {
		return problem.Invalid(problem.Field{Name: "Idempotency-Key", Code: "keyReused",
			Detail: "This key was used for another request; make a new one for each."})
	}
	if done.Body == "" && done.Status == http.StatusCreated {
		return problem.Conflict("answeredOnce", "This was done by an earlier request with this Idempotency-Key, and its answer is given once only.")
	}
	var headers map[string]string
	if err := json.Unmarshal([]byte(done.Headers), &headers); err != nil {
		return fmt.Errorf("httpx: %w", err)
	}
	for name, value := range headers {
		c.Response().Header().Set(name, value)
	}
	c.Response().Header().Set("Idempotent-Replayed", "true")
	return c.Blob(done.Status, headers["Content-Type"], []byte(done.Body))
}

// hashBody keeps what tells the same request from another, and nothing by which
// a stolen database could be searched for what the body said: the hash is keyed
// by the Idempotency-Key, of which only a hash is stored.
func hashBody(c echo.Context, key string, most int64) (string, error) {
	raw, err := io.ReadAll(http.MaxBytesReader(c.Response(), c.Request().Body, most))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return "", problem.TooLarge(most)
	}
	if err != nil {
		return "", problem.BadRequest("unreadableBody", "The body could not be read to its end.")
	}
	c.Request().Body = io.NopCloser(bytes.NewReader(raw))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(raw)
	return hex.EncodeToString(mac.Sum(nil)), nil
}

func hashKey(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:])
}

func kept(h http.Header) map[string]string {
	out := map[string]string{}
	for _, name := range replayed {
		if value := h.Get(name); value != "" {
			out[name] = value
		}
	}
	return out
}

// recorder keeps an answer until the transaction that it tells of is committed.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header { return r.header }

func (r *recorder) WriteHeader(status int) { r.status = status }

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	return r.body.Write(b)
}
