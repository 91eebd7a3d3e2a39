//! Reading many files: a reader for each core, with the stack that reading takes, and what they made of them in order.

use super::StoreError;
use super::codec::STACK;
use std::any::Any;
use std::ops::ControlFlow;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Files that a reader takes in a row: with fewer the readers wait for each other, with more there is more in memory.
const ROW: usize = 8;

/// Makes something of each of so many files, by its number, and takes it in their order, until `take` breaks off. Each
/// core has two rows of them in memory at most, besides the one that is taken. Whoever reads a session here does so by
/// [`super::open_here`].
pub(crate) fn in_order<T: Send + 'static>(
    files: usize,
    read: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    // By pointers, so that threads and channels are in the program once, whatever is made.
    let take = &mut |made: Box<dyn Any + Send>| made.downcast().map_or(ControlFlow::Break(()), |made| take(*made));
    read_and_take(files, &|number| Box::new(read(number)), take)
}

fn read_and_take(
    files: usize,
    read: &(dyn Fn(usize) -> Box<dyn Any + Send> + Sync),
    take: &mut dyn FnMut(Box<dyn Any + Send>) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let rows = files.div_ceil(ROW);
    let count = thread::available_parallelism().map_or(1, usize::from).min(rows);
    thread::scope(|scope| {
        let mut readers = Vec::new();
        for number in 0..count {
            let (made, taken) = sync_channel(1);
            let work = move || {
                for first in (number * ROW..files).step_by(count * ROW) {
                    let row: Vec<_> = (first..files.min(first + ROW)).map(read).collect();
                    if made.send(row).is_err() {
                        return;
                    }
                }
            };
            let reader = thread::Builder::new().name("reader".into()).stack_size(STACK);
            reader.spawn_scoped(scope, work).map_err(StoreError::Thread)?;
            readers.push(taken);
        }
        // One that is gone early had a fault, with which the scope ends.
        let rows = readers.iter().cycle().take(rows).map_while(|reader| reader.recv().ok());
        let _ = rows.flatten().try_for_each(take);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::{ROW, in_order};
    use std::ops::ControlFlow;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn what_is_made_comes_in_order_and_a_few_rows_for_each_core_are_in_memory() {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        for files in [0, 1, ROW, 1_003] {
            let (made, mut taken) = (AtomicUsize::new(0), 0);
            let read = |number: usize| {
                made.fetch_add(1, Ordering::Relaxed);
                number
            };
            let outcome = in_order(files, read, |number| {
                assert_eq!(number, taken);
                taken += 1;
                let ahead = made.load(Ordering::Relaxed) - taken;
                assert!(ahead <= (3 * cores + 1) * ROW, "{ahead} of {files}");
                ControlFlow::Continue(())
            });
            assert!(outcome.is_ok());
            assert_eq!((taken, made.into_inner()), (files, files), "each is made once");
        }
    }

    #[test]
    fn nothing_more_is_made_once_nobody_takes_it() {
        let (made, mut taken) = (AtomicUsize::new(0), 0);
        let outcome = in_order(
            1_000_000,
            |_| made.fetch_add(1, Ordering::Relaxed),
            |_| {
                taken += 1;
                if taken < 10 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        assert!(outcome.is_ok());
        assert_eq!(taken, 10);
        assert!(made.into_inner() < 100_000);
    }
}
