package mail

import (
	"context"
	"errors"
	"net"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"envagin/api/platform/id"
	"envagin/api/platform/jobs"
)

// Server is where letters leave us, and as whom.
type Server struct {
	host     string
	port     int
	implicit bool // TLS from the first byte
	plain    bool // no TLS at all
	user     string
	password string
	from     *mail.Address
}

// The ports when the URL names none: submission, and submission over TLS.
const (
	submission  = 587
	submissions = 465
)

// ParseServer reads smtp://user:password@host:port, which demands STARTTLS, or
// smtps://, which is TLS from the first byte. A server on this machine may do
// without, and so may a relay in a network of one's own that the URL marks with
// ?starttls=no and gives no password. What is refused is said without repeating
// the URL, which holds a password.
func ParseServer(text, from string) (s Server, err error) {
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || (u.Scheme != "smtp" && u.Scheme != "smtps") || (u.Path != "" && u.Path != "/") || u.Fragment != "" {
		return s, errors.New("ENVAGIN_SMTP_URL must be smtp://user:password@host:port or smtps://…; write signs such as @ : / in the password as %40 %3A %2F")
	}
	s = Server{host: u.Hostname(), implicit: u.Scheme == "smtps", port: submission, user: u.User.Username()}
	s.password, _ = u.User.Password()
	if s.implicit {
		s.port = submissions
	}
	if text := u.Port(); text != "" {
		if s.port, err = strconv.Atoi(text); err != nil || s.port < 1 || s.port > 65535 {
			return s, errors.New("ENVAGIN_SMTP_URL has a port that is not 1–65535")
		}
	}
	if (s.user == "") != (s.password == "") {
		return s, errors.New("ENVAGIN_SMTP_URL must have both a user and a password, or neither")
	}
	query := u.Query()
	choice := query.Get("starttls")
	query.Del("starttls")
	switch {
	case len(query) > 0:
		return s, errors.New("ENVAGIN_SMTP_URL takes no parameter but starttls")
	case choice != "" && (s.implicit || choice != "no" && choice != "required"):
		return s, errors.New("ENVAGIN_SMTP_URL takes starttls=no or starttls=required, and only with smtp://")
	}
	s.plain = choice == "no" || choice == "" && !s.implicit && local(s.host)
	if s.plain && s.password != "" && !local(s.host) {
		return s, errors.New("ENVAGIN_SMTP_URL would send the password in the clear; leave out starttls=no")
	}
	if s.from, err = mail.ParseAddress(from); err != nil {
		return s, errors.New("ENVAGIN_MAIL_FROM must be the sender's address, such as En väg in <no-reply@kommun.example>, when ENVAGIN_SMTP_URL is set")
	}
	return s, nil
}

func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// sendLimit is how long one letter may take, from the first byte to the last.
const sendLimit = 20 * time.Second

// send gives one letter to the server. What comes back when that fails is told
// without the server's words, which often repeat the address.
func (s *Server) send(ctx context.Context, m Message, now time.Time) error {
	letter, err := s.letter(m, now)
	if err != nil {
		return &jobs.Failure{Reason: "the letter could not be written", Final: true, Err: err}
	}
	ctx, cancel := context.WithTimeout(ctx, sendLimit)
	defer cancel()
	end, _ := ctx.Deadline() // the library minds the context only while it dials
	options := []gomail.Option{gomail.WithPort(s.port), gomail.WithTimeout(max(time.Millisecond, time.Until(end))), gomail.WithHELO(s.domain()), gomail.WithoutNoop()}
	switch {
	case s.implicit:
		options = append(options, gomail.WithSSL())
	case s.plain:
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	default:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if s.password != "" {
		auth := gomail.SMTPAuthAutoDiscover
		if s.plain { // only ever on this machine
			auth = gomail.SMTPAuthPlainNoEnc
		}
		options = append(options, gomail.WithSMTPAuth(auth), gomail.WithUsername(s.user), gomail.WithPassword(s.password))
	}
	client, err := gomail.NewClient(s.host, options...)
	if err != nil {
		return &jobs.Failure{Reason: "the mail server's settings are refused", Err: err}
	}
	if err := client.DialWithContext(ctx); err != nil {
		return told(errors.Join(errNotBegun, err))
	}
	// What goes wrong when it has taken the letter is no failure: it would be sent again.
	defer func() { _ = client.Close() }()
	if err := client.Send(letter); err != nil {
		return told(err)
	}
	return nil
}

// errNotBegun marks that no word of a letter was said.
var errNotBegun = errors.New("mail: not begun")

func (s *Server) letter(m Message, now time.Time) (*gomail.Msg, error) {
	letter := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	letter.FromMailAddress(s.from)
	if err := letter.To(m.To); err != nil {
		return nil, err
	}
	letter.Subject(m.Subject)
	letter.SetDateWithValue(now)
	letter.SetMessageIDWithValue(id.New() + "@" + s.domain()) // not the machine's name
	letter.SetGenHeader("Auto-Submitted", "auto-generated")
	letter.SetGenHeader("X-Auto-Response-Suppress", "All")
	letter.SetBodyString(gomail.TypeTextPlain, m.Text)
	if m.Calendar == "" {
		return letter, nil
	}
	// Twice: some programs offer to answer the one in the letter, others open the file.
	kind := gomail.ContentType("text/calendar; method=" + calendarMethod(m.Calendar))
	letter.AddAlternativeString(kind, m.Calendar)
	return letter, letter.AttachReader("inbjudan.ics", strings.NewReader(m.Calendar), gomail.WithFileContentType(kind+"; charset=UTF-8"))
}

func (s *Server) domain() string {
	address := s.from.Address
	for i := len(address) - 1; i >= 0; i-- {
		if address[i] == '@' {
			return address[i+1:]
		}
	}
	return "localhost"
}

// told makes the failure that may be logged. A recipient whom the server refuses
// for good is not tried again; everything else may be cured by whoever runs it.
func told(err error) error {
	var refused *gomail.SendError
	if !errors.As(err, &refused) {
		return &jobs.Failure{Reason: "the mail server does not answer, or not safely", Err: err}
	}
	code := ""
	if n := refused.ErrorCode(); n > 0 {
		code = " (" + strconv.Itoa(n) + ")"
	}
	if refused.Reason == gomail.ErrSMTPRcptTo {
		return &jobs.Failure{Reason: "the mail server refuses the recipient" + code, Final: refused.ErrorCode() >= 500, Err: err}
	}
	return &jobs.Failure{Reason: "the mail server refuses the letter" + code, Err: err}
}
