package vn.phongtrao.absence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.security.PostHolders.Holder;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * Who is away and who does the work meanwhile. An officer enters it, or for others of the same body the unit's clerk: of
 * its police any police officer, of its committee any clerk. Whoever enters it for others is not the deputy.
 */
@Service
@Transactional
public class Absences {

    private final AbsenceBook book;
    private final ActiveDeputies deputies;
    private final PostHolders holders;
    private final Units units;
    private final Clock clock;

    Absences(AbsenceBook book, ActiveDeputies deputies, PostHolders holders, Units units, Clock clock) {
        this.book = book;
        this.deputies = deputies;
        this.holders = holders;
        this.units = units;
        this.clock = clock;
    }

    /** What was entered at some time, as it became then. @param act entered, changed, cancelled or ended */
    public record Entry(String act, LocalDate from, LocalDate to, String deputy, String deputyName, Manner manner,
                        String title, String mandateNumber, LocalDate mandateDate, String enteredBy,
                        Instant enteredAt) {
    }

    /**
     * Who holds a post and may be away, and who may stand in.
     *
     * @param manners    in which somebody may; empty where there is nobody who could
     * @param colleagues of the same position, but who is away where that can be one alone
     * @param body       all of the same body, who may sign for a head, but the same one
     */
    public record Choice(Post post, List<Holder> holders, List<Manner> manners, List<Holder> colleagues,
                         List<Holder> body) {
    }

    /**
     * The absences of the officer's units and below, and those that concern the officer.
     *
     * @param on only those in force on that day; null for all
     */
    @Transactional(readOnly = true)
    public Page<Absence> list(UnitPath unit, LocalDate on, Officer officer, Pageable pageable) {
        return book.list(unit, on, officer, pageable);
    }

    /** All that was entered of one, the newest first. @throws Refusal not found, or forbidden */
    @Transactional(readOnly = true)
    public List<Entry> history(long id, Officer officer) {
        return book.history(book.require(id, officer).id());
    }

    /** The posts for which the officer may enter an absence: own ones, and those of whom the officer is the clerk. */
    @Transactional(readOnly = true)
    public List<Post> posts(Officer officer) {
        return officer.posts().stream().filter(post -> units.inForce(post.unitPath()).isPresent()
                        && officer.deputising(post).isEmpty())
                .flatMap(post -> isClerk(post.position()) ? Arrays.stream(Position.values())
                        .map(position -> new Post(post.unitPath(), position)).filter(post::besides) : Stream.of(post))
                .filter(post -> post.position() != Position.COUNCIL_MEMBER).distinct()
                .sorted((one, other) -> one.group().compareTo(other.group())).toList();
    }

    /** @throws Refusal forbidden, for a post of which the officer enters no absence; conflict, while Keycloak is silent */
    @Transactional(readOnly = true)
    public Choice choice(Post post, Officer officer) {
        requireEnters(post, officer);
        var all = holders.named(post);
        var away = enters(post, officer) ? all : all.stream().filter(holder -> holder.user().equals(officer.id())).toList();
        return new Choice(post, away, Arrays.stream(Manner.values())
                .filter(manner -> manner.signsFor() ? isHead(post) : all.size() > 1).toList(), others(all, away), others(body(post), away));
    }

    private static List<Holder> others(List<Holder> all, List<Holder> away) {
        return away.size() == 1 ? all.stream().filter(holder -> !away.contains(holder)).toList() : all;
    }

    /**
     * Enters that somebody will be away.
     *
     * @throws Refusal forbidden; rule broken, naming what is wrong; conflict, while Keycloak does not say who holds posts
     */
    public Absence enter(Post post, String absent, Terms terms, Officer officer) {
        requireUnit(post);
        requireEnters(post, absent, officer);
        requireOther(absent, terms, officer);
        terms.require(today());
        if (terms.from().isBefore(today())) {
            throw Refusal.broken("from", "Ngày đầu không được ở trong quá khứ");
        }
        var holder = find(holders.namedNow(post), absent).orElseThrow(() -> Refusal.broken("absent",
                "Tài khoản %s không giữ chức vụ này".formatted(absent)));
        var deputy = deputy(post, absent, terms);
        requireFree(post, absent, terms, null);
        var entered = book.add(post, absent, holder.name(), deputy.name(), terms, officer);
        readAgain();
        return entered;
    }

    /**
     * Changes days, deputy or manner.
     *
     * @throws Refusal as {@link #enter}; rule broken, after it is over, or for another first day after it has begun
     */
    public Absence change(long id, Terms terms, Officer officer) {
        var before = take(id, officer);
        requireOther(before.absent(), terms, officer);
        terms.require(today());
        if (!terms.from().equals(before.from()) && (before.state() == Absence.State.CURRENT
                || terms.from().isBefore(today()))) {
            throw Refusal.broken("from", "Ngày đầu đã qua hoặc ở trong quá khứ thì không đổi được");
        }
        var deputy = deputy(before.post(), before.absent(), terms);
        requireFree(before.post(), before.absent(), terms, id);
        book.change(id, deputy.name(), terms, officer);
        readAgain();
        return book.require(id, officer);
    }

    /** Ends it at once, or cancels it before its first day. @throws Refusal not found; forbidden; rule broken */
    public Absence end(long id, Officer officer) {
        var before = take(id, officer);
        book.end(id, before.state() == Absence.State.COMING ? "cancelled" : "ended", officer.id());
        readAgain();
        return book.require(id, officer);
    }

    /** Whether the officer may change or end it. */
    public boolean keeps(Absence absence, Officer officer) {
        return Set.of(Absence.State.COMING, Absence.State.CURRENT).contains(absence.state())
                && (officer.id().equals(absence.absent()) && officer.holds(absence.post())
                || enters(absence.post(), officer));
    }

    private Absence take(long id, Officer officer) {
        var seen = book.require(id, officer);
        requireEnters(seen.post(), seen.absent(), officer);
        book.takeTurn();
        var absence = book.require(id, officer);
        if (!Set.of(Absence.State.COMING, Absence.State.CURRENT).contains(absence.state())) {
            throw Refusal.broken(null, "Lần khai vắng này đã kết thúc");
        }
        return absence;
    }

    private void requireUnit(Post post) {
        if (units.inForce(post.unitPath()).isEmpty()) {
            throw Refusal.broken("unitPath", "Không có đơn vị này, hoặc đơn vị không còn hoạt động");
        }
        if (post.position() == Position.COUNCIL_MEMBER) {
            throw Refusal.broken("position", "Phiếu của thành viên Hội đồng là của riêng từng người, không ai bỏ phiếu thay");
        }
    }

    private void requireEnters(Post post, Officer officer) {
        requireUnit(post);
        requireEnters(post, officer.id(), officer);
    }

    /** Somebody who stands in for another has that one's work, but is not the one to say who does it. */
    private void requireEnters(Post post, String absent, Officer officer) {
        if (!(absent.equals(officer.id()) && officer.holds(post)) && !enters(post, officer)) {
            throw Refusal.forbidden("Chỉ người vắng mặt hoặc %s của đơn vị được khai vắng và cử người thay"
                    .formatted(post.position().police() ? "cán bộ Công an" : "công chức Ủy ban nhân dân"));
        }
    }

    private static void requireOther(String absent, Terms terms, Officer officer) {
        if (terms.deputy().equals(absent)) {
            throw Refusal.broken("deputy", "Người thay phải là người khác");
        }
        if (terms.deputy().equals(officer.id())) {
            throw Refusal.broken("deputy", "Không tự cử mình thay người khác");
        }
    }

    private static boolean enters(Post post, Officer officer) {
        var clerk = new Post(post.unitPath(), post.position().police() ? Position.POLICE_OFFICER
                : Position.COMMITTEE_CLERK);
        return officer.holds(clerk) && officer.deputising(clerk).isEmpty();
    }

    private static boolean isClerk(Position position) {
        return position == Position.POLICE_OFFICER || position == Position.COMMITTEE_CLERK;
    }

    /** Whose papers somebody else may sign: heads, and the clerk above the commune, who is the head of an office. */
    private boolean isHead(Post post) {
        return switch (post.position()) {
            case POLICE_CHIEF, COMMITTEE_CHAIR -> true;
            case COMMITTEE_CLERK -> units.require(post.unitPath()).tier() != Tier.COMMUNE;
            default -> false;
        };
    }

    private List<Holder> body(Post post) {
        return Arrays.stream(Position.values()).map(position -> new Post(post.unitPath(), position))
                .filter(post::besides).flatMap(each -> holders.namedNow(each).stream()).distinct()
                .sorted((one, other) -> one.user().compareTo(other.user())).toList();
    }

    private Holder deputy(Post post, String absent, Terms terms) {
        if (terms.manner().signsFor() && !isHead(post)) {
            throw Refusal.broken("manner", "Chỉ ký thay, ký thừa lệnh, thừa ủy quyền cho người đứng đầu");
        }
        return find(terms.manner().signsFor() ? body(post) : holders.namedNow(post), terms.deputy()).orElseThrow(() ->
                Refusal.broken("deputy", terms.manner().signsFor()
                        ? "Tài khoản %s không giữ chức vụ nào trong cơ quan này của đơn vị".formatted(terms.deputy())
                        : "Tài khoản %s không giữ cùng chức vụ trong đơn vị".formatted(terms.deputy())));
    }

    private static Optional<Holder> find(List<Holder> holders, String user) {
        return holders.stream().filter(holder -> holder.user().equals(user)).findFirst();
    }

    /** One deputy for a person and post at a time; whoever is away stands in for nobody, and the other way round. */
    private void requireFree(Post post, String absent, Terms terms, Long but) {
        book.takeTurn();
        for (var other : book.during(terms.from(), terms.to(), List.of(absent, terms.deputy()))) {
            if (Objects.equals(other.id(), but)) {
                continue;
            }
            var days = "từ %s đến %s".formatted(Wording.day(other.from()), Wording.day(other.to()));
            if (other.absent().equals(absent) && other.post().equals(post)) {
                throw Refusal.broken("from", "Đã khai vắng " + days);
            }
            if (other.absent().equals(terms.deputy())) {
                throw Refusal.broken("deputy", "Người thay cũng vắng " + days);
            }
            if (other.deputy().equals(absent)) {
                throw Refusal.broken("absent", "Người này đang được cử thay %s %s; không thay nối tiếp nhau"
                        .formatted(other.who(), days));
            }
        }
    }

    /** On this node at once, on the others when they read again. */
    private void readAgain() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deputies.forget();
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
