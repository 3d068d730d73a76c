package cli

import "errors"

func explain(env Env, rule string) (int, error) { return misuse, misused{errors.New("not yet")} }
