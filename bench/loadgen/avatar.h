/* What the parts of the load generator share: an avatar with its connection, and the figures. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SENT_KEPT = 64 }; /* poses remembered per avatar: 6.4 s of walking at 10 Hz */

/* How far a connection has come. */
enum stage { CLOSED, DIALLING, ASKING, UPGRADING, OPEN };

/* A pose as our wire carries it, and when it was sent (microseconds, low 32 bits, never 0). */
struct sent_pose {
    uint16_t x, z;
    int16_t y;
    uint8_t yaw;
    uint32_t at;
};

struct avatar {
    int index, fd;
    enum stage stage;
    int requests;     /* HTTP requests answered so far */
    bool sampled;     /* every frame it is sent is decoded; of the others only the sizes count */
    bool ready;       /* in the town */
    bool gone;        /* disconnected, or never got in */
    uint64_t dialled; /* when the first byte was sent, microseconds */

    uint8_t *in; /* input that is not a whole frame yet */
    size_t in_size, in_room;
    uint64_t skip; /* bytes of an undecoded frame still to come */
    uint8_t *out;  /* output the kernel would not take yet */
    size_t out_size, out_room;
    uint32_t mask;
    uint64_t bytes_down, bytes_up, frames_down;

    uint32_t *newest; /* sampled only: the newest pose seen of each avatar, by the time it was sent */
    void *own;        /* the adapter's own state */

    double x, y, z, yaw, speed; /* metres, radians, metres a second */
    bool is_away;               /* on the way to its place in the square */
    double home_x, home_z;
    uint64_t dice;
    struct sent_pose *sent; /* a ring, for wires that do not carry the time of sending */
    unsigned next_sent;
};

/* How one kind of server is spoken to. */
struct adapter {
    const char *name;
    bool redials;    /* the WebSocket gets a connection of its own, as in a browser */
    bool reads_text; /* text frames are few and must all be read; poses are binary */
    /* Write the next HTTP request; set *upgrade when it is the WebSocket upgrade. */
    int (*request)(struct avatar *a, char *out, size_t room, bool *upgrade);
    /* Read the answer to a request before the upgrade; false when it is no use. */
    bool (*answer)(struct avatar *a, const char *body);
    /* A whole frame. */
    void (*frame)(struct avatar *a, int opcode, const uint8_t *data, size_t size);
    /* Encode one move sent at `at`; give back its length and set its opcode. */
    size_t (*move)(struct avatar *a, uint32_t at, uint8_t *out, int *opcode);
};

extern const struct adapter kashima, socketio, colyseus;

/* What the command line said. */
struct options {
    const char *adapter, *path, *visitors, *processes;
    int count, inside, port, hertz, samples, at_once, cap;
    double left, top, side;          /* the square they walk in, metres */
    double radius;                   /* a correct server shows who is within it; 0: everybody */
    bool cells;                      /* ... or in the 3 x 3 cells of that side */
    double warm, seconds, connect;   /* seconds */
    double storm, leaving;           /* seconds */
    double chat;                     /* lines a second, of all together */
};
extern struct options options;
extern struct avatar *avatars;
extern const struct adapter *adapter;

/* net.c: connections and WebSocket frames */
void net_open(void);
void net_dial(struct avatar *a);
void net_hang_up(struct avatar *a);
void net_wait(uint64_t until);
void net_send(struct avatar *a, int opcode, const void *data, size_t size);
void net_lose(struct avatar *a, const char *why);
int net_upgrade(const struct avatar *a, char *out, size_t room, const char *path);
extern int net_dialling;

/* walk.c: where they go, and whom a correct server shows */
double walk_roll(struct avatar *a);
void walk_place(struct avatar *a);
void walk_step(struct avatar *a);
bool walk_all_home(void);
int walk_visible(const struct avatar *a);
/* The avatars nearest to `a`, itself left out, at most `most` of them, nearest first. */
int walk_nearest(const struct avatar *a, int *found, int most);

/* figures.c: what was seen, sent and lost while a window is open */
uint64_t now_us(void);
extern uint64_t received_at;
void figures_ready(struct avatar *a);
void figures_lost(const char *why);
void figures_seen(struct avatar *reader, int shown, uint32_t sent_at, bool near, bool due);
void figures_unmatched(void);
void figures_correction(void);
void figures_late(uint32_t microseconds);
void figures_expect(const struct avatar *a);
void figures_recall(int listed, int of, int listed_of_ten, double reach);
void figures_chat(struct avatar *reader, uint32_t sent_at);
void figures_begin(const char *name);
void figures_end(void);
int figures_print(double connect_seconds, const char *problem);
extern int figures_in, figures_gone;

/* process.c: what processes used, from /proc */
struct usage {
    double run, waited;    /* seconds on a core; seconds runnable while somebody else had it */
    double user, system;   /* seconds */
    double resident;       /* megabytes */
};
struct usage usage_of(const char *processes);
double stolen_seconds(void);
