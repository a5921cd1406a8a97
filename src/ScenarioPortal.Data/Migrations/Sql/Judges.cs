namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>Who judges is public, as matches are; only the work behind the pages changes it. A new row of the outbox is told to whoever listens.</summary>
internal static class Judges
{
    private const string Works = "(SELECT portal_works())";
    private const string System = "(SELECT portal_is('SystemAdministrator'))";

    public const string Up =
        $"""
        ALTER TABLE judges ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON judges FOR SELECT USING (true);
        CREATE POLICY adding ON judges FOR INSERT WITH CHECK ({Works});
        CREATE POLICY changing ON judges FOR UPDATE USING ({Works}) WITH CHECK ({Works});

        ALTER TABLE judgings ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON judgings FOR SELECT USING ({Works} OR {System});
        CREATE POLICY adding ON judgings FOR INSERT WITH CHECK ({Works});
        CREATE POLICY changing ON judgings FOR UPDATE USING ({Works}) WITH CHECK ({Works});
        CREATE POLICY removing ON judgings FOR DELETE USING ({Works});

        -- A version that knows no judges writes over a match and leaves the judge as it stood: that was not this judge.
        CREATE FUNCTION match_judged() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.judged_by := 0;
            RETURN NEW;
        END $$;
        CREATE TRIGGER match_judged BEFORE UPDATE ON matches FOR EACH ROW
            WHEN (NEW.judged_by = OLD.judged_by AND NEW.computed_at IS DISTINCT FROM OLD.computed_at) EXECUTE FUNCTION match_judged();

        -- One word for a whole transaction, as all are the same.
        CREATE FUNCTION outbox_told() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NOTIFY portal_outbox;
            RETURN NULL;
        END $$;
        CREATE TRIGGER outbox_told AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_told();
        """;

    // The new tables take their policies with them.
    public const string Down =
        """
        DROP TRIGGER outbox_told ON outbox;
        DROP FUNCTION outbox_told();
        DROP TRIGGER match_judged ON matches;
        DROP FUNCTION match_judged();
        """;
}
