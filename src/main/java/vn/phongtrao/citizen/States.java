package vn.phongtrao.citizen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import vn.phongtrao.text.Wording;

/** States that issue travel documents, by their codes of three letters (ISO 3166-1 alpha-3), with their Vietnamese names. */
public final class States {

    /** Viet Nam itself. */
    public static final String VIETNAM = "VNM";

    private static final Map<String, String> NAMES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Locale("", code))
            .collect(Collectors.toUnmodifiableMap(Locale::getISO3Country, state -> state.getDisplayCountry(Wording.VIETNAMESE),
                    (one, same) -> one));

    private States() {
    }

    public static Set<String> codes() {
        return NAMES.keySet();
    }

    /** Empty for what is no state's code. */
    public static Optional<String> name(String code) {
        return Optional.ofNullable(code).map(NAMES::get);
    }

    /** The same, and empty for Viet Nam. */
    public static Optional<String> foreign(String code) {
        return name(code).filter(name -> !VIETNAM.equals(code));
    }
}
