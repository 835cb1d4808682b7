package vn.phongtrao.citizen;

/** Something was sealed with a key that this node does not know, or was changed by somebody. */
public final class UnknownKey extends IllegalStateException {

    UnknownKey() {
        super("Sealed with a key that is not known here");
    }
}
