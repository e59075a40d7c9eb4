package resources

import (
	"reflect"
	"testing"

	"connectrpc.com/connect"
	"github.com/google/uuid"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
)

const id = "0190c0de-0000-7000-8000-000000000001"

func TestNamesGoThereAndBack(t *testing.T) {
	text := formatName("things", name{tenantID: "acme", id: id})
	if text != "tenants/acme/things/"+id {
		t.Errorf("unexpected name %s", text)
	}
	parsed, err := parseName("things", text)
	if err != nil || parsed != (name{tenantID: "acme", id: id}) {
		t.Errorf("unexpected parts %v, %v", parsed, err)
	}
}

func TestNamesThatAreNoneAreRefused(t *testing.T) {
	for _, text := range []string{
		"",
		"tenants/acme/others/" + id,
		"tenants//things/" + id,
		"tenants/a\x00b/things/" + id,
		"tenants/acme/things/" + id + "/more",
		"tenants/acme/things/" + id + "\n",
		"tenants/acme/things/' OR 1=1 --",
	} {
		if _, err := parseName("things", text); connect.CodeOf(err) != connect.CodeInvalidArgument {
			t.Errorf("%q: unexpected error %v", text, err)
		}
	}
}

func TestPageTokensGoThereAndBack(t *testing.T) {
	after := uuid.MustParse(id)
	parsed, err := parsePageToken("things", formatPageToken("things", after))
	if err != nil || parsed == nil || *parsed != after {
		t.Errorf("unexpected token %v, %v", parsed, err)
	}
	first, err := parsePageToken("things", "")
	if err != nil || first != nil {
		t.Errorf("unexpected first page %v, %v", first, err)
	}
}

func TestPageTokensAreOfOneCollection(t *testing.T) {
	for _, token := range []string{formatPageToken("others", uuid.MustParse(id)), "x", "e30"} {
		if _, err := parsePageToken("things", token); connect.CodeOf(err) != connect.CodeInvalidArgument {
			t.Errorf("%q: unexpected error %v", token, err)
		}
	}
}

func TestPagesAreHeldWithinLimits(t *testing.T) {
	var sizes []int
	for _, asked := range []int32{0, -1, 7, 10_000} {
		sizes = append(sizes, pageSizeOf(asked))
	}
	if want := []int{50, 50, 7, 200}; !reflect.DeepEqual(sizes, want) {
		t.Errorf("unexpected sizes %v", sizes)
	}
}

func TestFieldsWithoutAColumnAreFoundAtTheStart(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a list was taken for a column")
		}
	}()
	assertStorable((&fieldmaskpb.FieldMask{}).ProtoReflect().Descriptor().Fields().ByName("paths"))
}

func TestEtagsRefuseWhatIsOld(t *testing.T) {
	if err := checkEtag(etagOf(2), 2); err != nil {
		t.Error(err)
	}
	if err := checkEtag("", 2); err != nil {
		t.Error(err)
	}
	if err := checkEtag(etagOf(1), 2); connect.CodeOf(err) != connect.CodeAborted {
		t.Errorf("unexpected error %v", err)
	}
}
