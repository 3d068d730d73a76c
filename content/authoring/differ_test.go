package authoring_test

import (
	"fmt"
	"reflect"

	"vigil/content"
)

// differ says where two archives differ first, or "".
func differ(a, b *content.Archive) string {
	return differing("archive", reflect.ValueOf(*a), reflect.ValueOf(*b))
}

func differing(at string, a, b reflect.Value) string {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			if a.IsNil() != b.IsNil() {
				return at + ": one is nil"
			}
			return ""
		}
		return differing(at, a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if name := a.Type().Field(i).Name; name != "index" {
				if d := differing(at+"."+name, a.Field(i), b.Field(i)); d != "" {
					return d
				}
			}
		}
		return ""
	case reflect.Slice:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d and %d", at, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if d := differing(fmt.Sprintf("%s[%d]", at, i), a.Index(i), b.Index(i)); d != "" {
				return d
			}
		}
		return ""
	case reflect.Map:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %v and %v", at, a.MapKeys(), b.MapKeys())
		}
		for _, key := range a.MapKeys() {
			if !b.MapIndex(key).IsValid() {
				return fmt.Sprintf("%s[%v] is missing", at, key)
			}
			if d := differing(fmt.Sprintf("%s[%v]", at, key), a.MapIndex(key), b.MapIndex(key)); d != "" {
				return d
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		return fmt.Sprintf("%s: %v and %v", at, a.Interface(), b.Interface())
	}
	return ""
}
