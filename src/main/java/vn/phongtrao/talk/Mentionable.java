package vn.phongtrao.talk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;

/**
 * Who may be mentioned in notes on a dossier: who worked on it, and who holds a post in its unit or on its way. All of them
 * may see it; nobody else's name is told.
 */
@Component
class Mentionable {

    private static final List<Position> OWN = List.of(Position.POLICE_OFFICER, Position.POLICE_CHIEF,
            Position.COMMITTEE_CLERK, Position.COMMITTEE_CHAIR);

    private final Dossiers dossiers;
    private final Stops stops;
    private final DossierProcess process;
    private final PostHolders holders;
    private final Titles titles;
    private final Clock clock;

    Mentionable(Dossiers dossiers, Stops stops, DossierProcess process, PostHolders holders, Titles titles,
                Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.process = process;
        this.holders = holders;
        this.titles = titles;
        this.clock = clock;
    }

    /** In the order of their names. While Keycloak does not say who holds posts, only those who worked on it. */
    List<Person> of(Dossier dossier) {
        Map<String, Person> people = new LinkedHashMap<>();
        try {
            for (var post : posts(dossier)) {
                for (var holder : holders.named(post)) {
                    people.putIfAbsent(holder.user(), person(holder.user(), holder.name(), post));
                }
            }
        } catch (Refusal silent) {
            // who worked on it is known without it
        }
        dossiers.stepsOf(dossier.number()).stream().filter(step -> !step.automatic()).forEach(step -> people.merge(
                step.actor(), person(step.actor(), step.actorName(), step.post()), (known, same) ->
                        known.name().equals(known.user()) ? new Person(known.user(), same.name(), known.title()) : known));
        return people.values().stream().sorted(Comparator.comparing(Person::name, Alphabet.ORDER)
                .thenComparing(Person::user)).toList();
    }

    /** From the unit whose dossier it is, whose officers have to do with it before it has a route, along the route, to who decides; those alone who may see it. */
    private Collection<Post> posts(Dossier dossier) {
        var posts = new LinkedHashSet<Post>();
        OWN.forEach(position -> posts.add(new Post(dossier.unitPath(), position)));
        stops.of(dossier.number()).forEach(stop -> posts.addAll(stop.posts()));
        posts.add(dossier.decider());
        process.holders(dossier.number()).stream().flatMap(group -> Post.ofGroup(group).stream()).sorted(
                Comparator.comparing(Post::group)).forEach(posts::add);
        posts.removeIf(post -> !post.unitPath().covers(dossier.unitPath()));
        return posts;
    }

    private Person person(String user, String name, Post post) {
        return new Person(user, name == null ? user : name, titles.of(post, LocalDate.now(clock)));
    }
}
