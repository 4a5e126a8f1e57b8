package factors

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
)

// sealKey is one of the keys by which secrets are sealed; see accounts.Secrets.
type sealKey struct {
	id  string
	key []byte
}

var errSeal = errors.New("factors: a secret was sealed with a key that is not trusted any more; its owner needs their factors reset")

// seal encrypts a secret for one person (AES-256-GCM): what is moved to another
// person's row cannot be opened there. The key's id stands before it.
func seal(key sealKey, userID, secret string) (string, error) {
	gcm, err := newGCM(key)
	if err != nil {
		return "", err
	}
	nonce := make([]byte, gcm.NonceSize())
	_, _ = rand.Read(nonce) // never fails (crypto/rand)
	return key.id + "." + base64.RawStdEncoding.EncodeToString(gcm.Seal(nonce, nonce, []byte(secret), []byte(userID))), nil
}

// unseal opens what one of the keys sealed.
func unseal(keys []sealKey, userID, sealed string) (string, error) {
	id, text, _ := strings.Cut(sealed, ".")
	raw, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return "", errSeal
	}
	for _, key := range keys {
		if key.id != id {
			continue
		}
		gcm, err := newGCM(key)
		if err != nil {
			return "", err
		}
		if len(raw) < gcm.NonceSize() {
			return "", errSeal
		}
		secret, err := gcm.Open(nil, raw[:gcm.NonceSize()], raw[gcm.NonceSize():], []byte(userID))
		if err != nil {
			return "", errSeal
		}
		return string(secret), nil
	}
	return "", errSeal
}

func newGCM(key sealKey) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key.key)
	if err != nil {
		return nil, fmt.Errorf("factors: %w", err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("factors: %w", err)
	}
	return gcm, nil
}
