package support

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/json"
	"maps"
	"testing"
	"time"

	"github.com/MicahParks/jwkset"
	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"

	"service/internal/identity"
	"service/internal/interceptors"
)

const (
	// TokenIssuer is who the tokens of tests are of.
	TokenIssuer = "https://issuer.test/"
	// TokenAudience is who they are for.
	TokenAudience = "test"
	keyID         = "key"
)

// Issuer is one of tokens for tests, and what verifies them.
type Issuer struct {
	Verify interceptors.Verify
	// Keys is what an issuer publishes.
	Keys json.RawMessage
	key  *ecdsa.PrivateKey
}

// NewIssuer makes an issuer with a key of its own.
func NewIssuer(t *testing.T) Issuer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	public, err := jwkset.NewJWKFromKey(key.Public(), jwkset.JWKOptions{
		Metadata: jwkset.JWKMetadataOptions{KID: keyID},
	})
	if err != nil {
		t.Fatal(err)
	}
	storage := jwkset.NewMemoryStorage()
	if err := storage.KeyWrite(context.Background(), public); err != nil {
		t.Fatal(err)
	}
	published, err := storage.JSONPublic(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keyfunc.New(keyfunc.Options{Storage: storage})
	if err != nil {
		t.Fatal(err)
	}
	return Issuer{
		Verify: interceptors.NewVerifier(TokenIssuer, TokenAudience, keys),
		Keys:   published,
		key:    key,
	}
}

// Sign makes a token with these claims; of tenant acme where they name none.
func (i Issuer) Sign(t *testing.T, claims jwt.MapClaims) string {
	t.Helper()
	all := jwt.MapClaims{
		"sub":      "somebody",
		"tenantId": "acme",
		"scope":    identity.ReadScope + " " + identity.WriteScope,
		"iss":      TokenIssuer,
		"aud":      TokenAudience,
		"exp":      time.Now().Add(5 * time.Minute).Unix(),
	}
	maps.Copy(all, claims)
	token := jwt.NewWithClaims(jwt.SigningMethodES256, all)
	token.Header["kid"] = keyID
	signed, err := token.SignedString(i.key)
	if err != nil {
		t.Fatal(err)
	}
	return signed
}
