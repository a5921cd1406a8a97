using Npgsql;

namespace ScenarioPortal.Benchmarks.Filling;

/// <summary>Pairings at every step of the path, straight into the tables: people would need years for as many.</summary>
internal static class PairingFiller
{
    private const string Pairings =
        """
        WITH needs AS (
            SELECT o.id, o.title, o.publisher_id, o.field_code, s.region_code, row_number() OVER (ORDER BY o.id) - 1 AS place
            FROM opportunities o JOIN scenarios s ON s.id = o.scenario_id WHERE o.publisher_id IS NOT NULL),
        offers AS (
            SELECT id, title, organisation_id, row_number() OVER (ORDER BY id) - 1 AS place FROM capabilities WHERE organisation_id IS NOT NULL),
        turns AS (
            SELECT i, hashint8(i) & 1048575 AS chance, now() - interval '1 day' * (i % 700) - interval '1 minute' * (i % 1440) AS began,
                i % (SELECT count(*) FROM needs) AS need, (i * 7919 + i / (SELECT count(*) FROM needs)) % (SELECT count(*) FROM offers) AS offer
            FROM generate_series(1, $1) i),
        courses AS (
            SELECT turns.*, CASE WHEN chance % 100 < 30 THEN 2 WHEN chance % 100 < 55 THEN 3 WHEN chance % 100 < 75 THEN 4 WHEN chance % 100 < 88 THEN 5 WHEN chance % 100 < 95 THEN 6 ELSE 7 END AS length,
                1 + chance % 17 AS gap, chance % 11 = 0 AS ended, chance % 5 = 0 AS hidden
            FROM turns),
        added AS (
            INSERT INTO pairings (id, number, opportunity_id, capability_id, need_title, capability_title, publisher_id, company_id, region_code, field_code, state,
                began_at, state_since, moved_at, stuck_at, steps, publisher_shows, company_shows, revision, shown)
            SELECT gen_random_uuid(), to_char(began, 'YYYY') || '-对-' || (1000000 + i), needs.id, offers.id, needs.title, offers.title, needs.publisher_id, offers.organisation_id, needs.region_code, needs.field_code,
                CASE WHEN ended THEN CASE WHEN length > 2 THEN 'Terminated' ELSE 'Declined' END ELSE path[length] END,
                began, began + interval '1 day' * gap * (length - 1), began + interval '1 day' * gap * (length - 1),
                CASE WHEN ended OR length = 7 THEN NULL ELSE began + interval '1 day' * (gap * (length - 1) + 180) END,
                (SELECT jsonb_agg(jsonb_build_object('state', path[n], 'since', began + interval '1 day' * gap * (n - 1)) ORDER BY n) FROM generate_series(1, length) n)
                    || CASE WHEN ended THEN jsonb_build_array(jsonb_build_object('state', CASE WHEN length > 2 THEN 'Terminated' ELSE 'Declined' END, 'since', began + interval '1 day' * gap * (length - 1))) ELSE '[]' END,
                CASE WHEN hidden THEN 'Hidden' ELSE 'Steps' END, 'Steps', length, CASE WHEN hidden THEN 'Hidden' ELSE 'Steps' END
            FROM courses JOIN needs ON needs.place = need JOIN offers ON offers.place = offer
            CROSS JOIN (SELECT ARRAY['Interested', 'Engaged', 'Agreed', 'Piloting', 'Verified', 'Adopted', 'Scaled'] AS path) AS way
            ON CONFLICT DO NOTHING
            RETURNING id, steps)
        INSERT INTO pairing_events (number, pairing_id, at, side, action, state, step, reason, note, answers)
        SELECT n, added.id, (step ->> 'since')::timestamptz, CASE WHEN n % 2 = 1 THEN 'Company' ELSE 'Publisher' END,
            CASE WHEN step ->> 'state' = 'Declined' THEN 'Decline' WHEN step ->> 'state' = 'Terminated' THEN 'Terminate' WHEN n = 1 THEN 'Offer' WHEN n = 2 THEN 'Accept' ELSE 'Confirm' END, step ->> 'state',
            CASE WHEN n > 2 AND step ->> 'state' <> 'Terminated' THEN step ->> 'state' END, CASE WHEN step ->> 'state' IN ('Declined', 'Terminated') THEN 'Other' END, '已经办好，材料见附件。', '[]'
        FROM added CROSS JOIN jsonb_array_elements(steps) WITH ORDINALITY AS of (step, n)
        """;

    /// <summary>Fills in so many where there are none.</summary>
    public static async Task FillAsync(NpgsqlDataSource source, int count, CancellationToken cancellation)
    {
        await using var there = source.CreateCommand("SELECT EXISTS (SELECT 1 FROM pairings)");
        if (await there.ExecuteScalarAsync(cancellation) is true)
        {
            return;
        }

        Console.WriteLine($"Adding {count:N0} pairings");
        await using var fill = source.CreateCommand(Pairings);
        fill.CommandTimeout = 0;
        fill.Parameters.Add(new NpgsqlParameter { Value = (long)count });
        await fill.ExecuteNonQueryAsync(cancellation);
        await using var analyse = source.CreateCommand("VACUUM ANALYZE pairings, pairing_events");
        analyse.CommandTimeout = 0;
        await analyse.ExecuteNonQueryAsync(cancellation);
    }
}
