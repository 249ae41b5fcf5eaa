package tiaoli;

/** Why there is no decision. */
public final class TiaoliException extends Exception {
    private static final long serialVersionUID = 1L;

    /** 1 the application is refused, 2 the request is wrong, 3 the compiled file is refused, 70 a fault of the library. */
    public final int status;

    /** The whole answer as JSON: {@code error}, {@code code} (a stable word), {@code message} in Chinese and English. */
    public final String json;

    TiaoliException(int status, String json) {
        super(json);
        this.status = status;
        this.json = json;
    }
}
