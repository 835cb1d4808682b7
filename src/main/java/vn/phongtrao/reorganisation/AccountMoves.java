package vn.phongtrao.reorganisation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.RowFormat;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;

/**
 * Who is still in groups of units that have ended, and into which group of the successor each may go. Keycloak is changed by an
 * administrator of Keycloak, with the script that command {@code realm --accounts} makes of this list: who of five chiefs is the
 * chief now is decided by people.
 */
@Service
public class AccountMoves {

    /** Names of the columns, as the command reads them. */
    public static final List<String> COLUMNS = List.of("account", "from", "to");

    private final UnitRegister register;
    private final Units units;
    private final PostHolders holders;
    private final Titles titles;
    private final Clock clock;

    AccountMoves(UnitRegister register, Units units, PostHolders holders, Titles titles, Clock clock) {
        this.register = register;
        this.units = units;
        this.holders = holders;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * An account in a group of a unit that has ended.
     *
     * @param name    of the person; null where the account has none
     * @param from    group without the leading slash
     * @param to      the same position in the successor of the same tier; null where there is none
     * @param toTitle what that post is called; null together with it
     */
    public record AccountMove(String account, String name, String from, String to, String toTitle) {
    }

    /** By unit and position. @throws Refusal conflict, while Keycloak does not say who is in its groups */
    public List<AccountMove> all() {
        return register.ended().stream().flatMap(unit -> Arrays.stream(Position.values())
                .map(position -> new Post(unit.path(), position))).flatMap(this::moves).toList();
    }

    private Stream<AccountMove> moves(Post ended) {
        var members = holders.stillIn(ended);
        if (members.isEmpty()) {
            return Stream.empty();
        }
        var today = LocalDate.now(clock);
        var to = successor(ended.unitPath(), today);
        return members.stream().map(member -> new AccountMove(member.user(), member.name(), ended.group(),
                to == null ? null : new Post(to, ended.position()).group(),
                to == null ? null : titles.of(new Post(to, ended.position()), today)));
    }

    private UnitPath successor(UnitPath ended, LocalDate today) {
        return units.inCharge(ended, today).filter(unit -> unit.tier() == units.require(ended).tier()).map(Unit::path).orElse(null);
    }

    /** The list as a file for {@code realm --accounts}, to be looked through and changed first. */
    public byte[] sheet() {
        var file = new ByteArrayOutputStream();
        try {
            var rows = RowFormat.CSV.open(file, "accounts", COLUMNS);
            for (var move : all()) {
                rows.write(List.of(Cell.text(move.account()), Cell.text(move.from()), move.to() == null ? Cell.BLANK : Cell.text(move.to())));
            }
            rows.finish();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }
}
