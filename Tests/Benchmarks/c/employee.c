#include "employee.h"
#include "yyjson.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>

const char *field_names[FIELDS] = {"first_name", "last_name", "email", "language", "start_date", "department", "division", "location", "title",
                                   "hired", "level", "manager"};

static char room[1 << 20]; /* for the document of one line */
static const char *in_scope[] = {"SE", "DE", "FR", "NL", "GB", "ES", "PL", "US"};

static struct text text(yyjson_val *value) {
    size_t length = yyjson_get_len(value);
    return length && yyjson_is_str(value) ? (struct text){yyjson_get_str(value), length} : (struct text){0};
}

static bool equal(struct text text, const char *other) { return text.bytes && text.length == strlen(other) && !strncasecmp(text.bytes, other, text.length); }

static struct text primary_email(yyjson_val *list) {
    static const char *types[] = {"primary", "work", "secondary", "personal"};
    struct text best = {0};
    size_t index, count, rank = 5;
    yyjson_val *item;
    yyjson_arr_foreach(list, index, count, item) {
        struct text address = text(yyjson_obj_get(item, "email")), type = text(yyjson_obj_get(item, "type"));
        size_t own = 0;
        while (own < 4 && !equal(type, types[own])) own++;
        if (own < rank && address.bytes && memchr(address.bytes, '@', address.length)) best = address, rank = own;
    }
    return best;
}

static struct text level(yyjson_val *custom_fields, char *room, size_t size) {
    size_t index, count;
    yyjson_val *item;
    yyjson_arr_foreach(custom_fields, index, count, item) {
        if (!yyjson_equals_str(yyjson_obj_get(item, "id"), "level")) continue;
        yyjson_val *value = yyjson_obj_get(item, "value");
        if (yyjson_is_int(value)) return (struct text){room, snprintf(room, size, "%lld", (long long)yyjson_get_sint(value))};
        return text(value);
    }
    return (struct text){0};
}

static int digits(const char *text, int count) {
    int value = 0;
    for (; count; count--, text++) {
        if (*text < '0' || *text > '9') return -1;
        value = value * 10 + *text - '0';
    }
    return value;
}

/* The day a month after `date`, or the last of that month. */
static struct text month_after(struct text date, char *room) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.length < 10) return (struct text){0};
    int year = digits(date.bytes, 4), month = digits(date.bytes + 5, 2), day = digits(date.bytes + 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1) return (struct text){0};
    if (++month > 12) month = 1, year++;
    int last = month == 2 && year % 4 == 0 && (year % 100 || year % 400 == 0) ? 29 : days[month - 1];
    if (day > last) day = last;
    memcpy(room, (char[]){'0' + year / 1000, '0' + year / 100 % 10, '0' + year / 10 % 10, '0' + year % 10, '-', '0' + month / 10, '0' + month % 10, '-',
                          '0' + day / 10, '0' + day % 10}, 10);
    return (struct text){room, 10};
}

static uint64_t fingerprint(const struct employee *employee) {
    uint64_t hash = employee->participating + 0x9e3779b97f4a7c15;
    for (int field = 0; field < FIELDS; field++) {
        struct text text = employee->fields[field];
        hash ^= text.length + (text.bytes != NULL);
        for (size_t at = 0; at < text.length; at += 8) {
            uint64_t word = 0;
            memcpy(&word, text.bytes + at, text.length - at < 8 ? text.length - at : 8);
            __uint128_t product = (__uint128_t)(hash ^ word) * 0xa0761d6478bd642f;
            hash = (uint64_t)product ^ (uint64_t)(product >> 64);
        }
        hash = hash * 0xe7037ed1a0b428db + field;
    }
    return hash;
}

bool employee_read(struct employee *employee, char *line, size_t length, const char *today) {
    yyjson_alc allocator;
    yyjson_alc_pool_init(&allocator, room, sizeof room);
    char kept[4];
    memcpy(kept, line + length, 4);
    memset(line + length, 0, 4);
    yyjson_doc *document = yyjson_read_opts(line, length, YYJSON_READ_INSITU, &allocator, NULL);
    memcpy(line + length, kept, 4);
    yyjson_obj_iter members;
    if (!yyjson_obj_iter_init(yyjson_doc_get_root(document), &members)) return false;

    struct text *fields = employee->fields;
    employee->id = text(yyjson_obj_iter_get(&members, "id")); /* in the order of the file, which makes each of these one comparison */
    fields[FIRST_NAME] = text(yyjson_obj_iter_get(&members, "first_name"));
    fields[LAST_NAME] = text(yyjson_obj_iter_get(&members, "last_name"));
    fields[TITLE] = text(yyjson_obj_iter_get(&members, "title"));
    fields[DEPARTMENT] = text(yyjson_obj_iter_get(&members, "department"));
    fields[DIVISION] = text(yyjson_obj_iter_get(&members, "division"));
    fields[LOCATION] = text(yyjson_obj_iter_get(&members, "location"));
    struct text country = text(yyjson_obj_iter_get(&members, "country"));
    struct text status = text(yyjson_obj_iter_get(&members, "employment_status"));
    struct text type = text(yyjson_obj_iter_get(&members, "employment_type"));
    fields[HIRED] = text(yyjson_obj_iter_get(&members, "employment_start_date"));
    struct text left = text(yyjson_obj_iter_get(&members, "employment_end_date"));
    fields[LANGUAGE] = text(yyjson_obj_iter_get(&members, "preferred_language"));
    fields[MANAGER] = text(yyjson_obj_get(yyjson_obj_iter_get(&members, "manager"), "id"));
    fields[EMAIL] = primary_email(yyjson_obj_iter_get(&members, "emails"));
    fields[LEVEL] = level(yyjson_obj_iter_get(&members, "custom_fields"), employee->level, sizeof employee->level);
    fields[START_DATE] = month_after(fields[HIRED], employee->start_date);
    const char *region = fields[LANGUAGE].bytes ? memchr(fields[LANGUAGE].bytes, '-', fields[LANGUAGE].length) : NULL;
    if (region) fields[LANGUAGE].length = region - fields[LANGUAGE].bytes;

    bool included = false;
    for (size_t index = 0; index < sizeof in_scope / sizeof *in_scope; index++) included |= equal(country, in_scope[index]);
    char end[10];
    bool ended = left.bytes && month_after(left, end).bytes && memcmp(end, today, 10) < 0;
    employee->wanted = employee->id.bytes && fields[FIRST_NAME].bytes && fields[LAST_NAME].bytes && included && !equal(type, "contractor") && !ended;
    employee->participating = equal(status, "active");
    employee->fingerprint = fingerprint(employee);
    return true;
}
