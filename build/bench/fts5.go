package main

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite", in Go alone

	"vigil/content"
	"vigil/content/search/trial"
)

// fts5 is SQLite's full-text search as its manual sets it up for search as one
// types: prefix indexes, marks removed, names weighed over titles over texts.
type fts5 struct{}

const (
	schema = `CREATE VIRTUAL TABLE records USING fts5(
		names, title, body, route UNINDEXED, lang UNINDEXED,
		tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4')`
	insert = `INSERT INTO records (names, title, body, route, lang) VALUES (?, ?, ?, ?, ?)`
	query  = `SELECT route FROM records WHERE records MATCH ? ORDER BY bm25(records, 10, 5, 1) LIMIT ?`
)

func open(dir string) (*sql.DB, error) {
	return sql.Open("sqlite", "file:"+filepath.Join(dir, "records.db")+"?_pragma=journal_mode(off)&_pragma=synchronous(off)")
}

// Build implements trial.Engine.
func (fts5) Build(ctx context.Context, dir string, a *content.Archive) error {
	db, err := open(dir)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return fmt.Errorf("make the table: %w", err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing is left of it once it has been committed
	put, err := tx.PrepareContext(ctx, insert)
	if err != nil {
		return err
	}
	for _, r := range trial.Rows(a) {
		if _, err := put.ExecContext(ctx, r.Names, r.Title, r.Text, r.Route, r.Lang); err != nil {
			return fmt.Errorf("insert %s: %w", r.Route, err)
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `INSERT INTO records (records) VALUES ('optimize')`); err != nil {
		return fmt.Errorf("optimize: %w", err)
	}
	return db.Close()
}

// Open implements trial.Engine.
func (fts5) Open(ctx context.Context, dir string, _ *content.Archive) (trial.Answering, error) {
	db, err := open(dir)
	if err != nil {
		return nil, err
	}
	ask, err := db.PrepareContext(ctx, query)
	if err != nil {
		db.Close()
		return nil, err
	}
	return answering{db, ask}, nil
}

type answering struct {
	db  *sql.DB
	ask *sql.Stmt
}

// Close implements trial.Answering.
func (a answering) Close() error { return a.db.Close() }

// Answer implements trial.Answering.
func (a answering) Answer(ctx context.Context, words string, most int) (n int, err error) {
	var match []string
	for _, w := range strings.Fields(words) {
		match = append(match, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`)
	}
	rows, err := a.ask.QueryContext(ctx, strings.Join(match, " ")+"*", most)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var route string
		if err := rows.Scan(&route); err != nil {
			return 0, err
		}
		n++
	}
	return n, rows.Err()
}
